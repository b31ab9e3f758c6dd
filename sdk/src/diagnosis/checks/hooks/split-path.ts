import type { HookFacts } from '../../snapshot/hook-facts.ts';

/** The path of a program at the beginning of a value, up to the first ending that programs have. */
const programPath = /^"?(.+?\.(?:exe|com|bat|cmd|vbs|lnk|ps1))(?=["\s]|$)/iu;

/** A full path, as Windows or Linux writes it. */
const fullPath = /^(?:[a-z]:)?[\\/]/iu;

/**
 * The program that was meant by a value whose path has a blank and lost its quotes (facts C.4).
 *
 * @returns nothing when MicroSIP starts what is meant
 */
export function splitPathOf({ file, program, value }: HookFacts): string | undefined {
  const [, meant] = programPath.exec(value.trim()) ?? [];
  if (meant === undefined || program === 'present' || !fullPath.test(file)) return undefined;
  const rest = meant.startsWith(file) ? meant.slice(file.length) : '';
  // Where another full path follows, the first one ended as it was meant to.
  return /^\s/u.test(rest) && !fullPath.test(rest.trimStart()) ? meant : undefined;
}
