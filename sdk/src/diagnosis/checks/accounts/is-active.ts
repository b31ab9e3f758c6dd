import type { AccountFacts, ReadSettings } from '../../snapshot/settings-facts.ts';

/** Whether MicroSIP uses an account when it starts. */
export function isActive({ number }: AccountFacts, { values }: ReadSettings): boolean {
  return values.accountId === number;
}
