import { hookPlaceholders } from '../../catalogue/hook-values.ts';
import type { HookKey } from '../../catalogue/hook.ts';
import { limits } from '../../catalogue/limits.ts';
import { MicroSipError } from '../../microsip-error.ts';

/** What MicroSIP is to start at an event. */
export interface HookProgram {
  /** The full path of the Node.js to run it with. */
  readonly node: string;
  /** The full path of the copy of the hook program. */
  readonly script: string;
}

/**
 * The value of a hook key that runs the hook program.
 *
 * MicroSIP takes the quotes off its arguments and appends the caller without any (facts C.3). So each quote that the
 * program is to see is escaped, `\"`, and then survives; and the last one stays open, which makes the hook and all
 * of the caller one argument, blanks included: nothing in it can become an option of Node.js. The value ends with a
 * letter, so neither reading nor saving takes it for quoted (facts C.4).
 *
 * @throws MicroSipError `UNSUPPORTED` when MicroSIP could not read such a value
 * @example
 * ```ts
 * hookValue({ node: 'C:\\Program Files\\nodejs\\node.exe', script: 'C:\\hooks\\hook.cjs' }, 'cmdCallEnd');
 * // "C:\Program Files\nodejs\node.exe" \"C:\hooks\hook.cjs\" \"cmdCallEnd
 * ```
 */
export function hookValue({ node, script }: HookProgram, hook: HookKey): string {
  for (const file of [node, script]) refuseUnspeakable(file);
  // Two blanks in a row would become one, did no quotes of the value's own keep them.
  const outer = /[ \t]{2}|\t/u.test(script) ? '"' : '';
  const program = /[ \t]/u.test(node) ? `"${node}"` : node;
  const value = `${program} ${outer}\\"${script}\\"${outer} \\"${hook}`;
  const most = limits.hookValueCharacters.value;
  if (value.length > most) {
    throw new MicroSipError(
      'UNSUPPORTED',
      `MicroSIP reads ${most} characters of a hook, and ${hook} would need ${value.length}: ${value}. ` +
        'Have Node.js in a folder with a shorter path, and name it with the option "node".',
    );
  }
  const placeholder = hookPlaceholders.find(({ token }) => value.includes(token));
  if (placeholder !== undefined) {
    throw new MicroSipError(
      'UNSUPPORTED',
      `MicroSIP would replace ${placeholder.token} in the path of a hook: ${value}. Use folders without braces.`,
    );
  }
  return value;
}

function refuseUnspeakable(file: string): void {
  if (!/["\p{Cc}]/u.test(file)) return;
  throw new MicroSipError(
    'UNSUPPORTED',
    `${JSON.stringify(file)} cannot stand in a hook of MicroSIP: use a path without quotes and control characters.`,
  );
}
