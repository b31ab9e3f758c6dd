import type { HangupScope } from '../action/phone-action.ts';

/** What `--scope` takes. */
export const hangupScopes = [
  'all',
  'talking',
  'calling',
  'incoming',
] as const satisfies readonly HangupScope[];
