import { hookPlaceholders } from '../../catalogue/hook-values.ts';
import { hookKeys, type HookKey } from '../../catalogue/hook.ts';
import { limits } from '../../catalogue/limits.ts';
import { MicroSipError } from '../../microsip-error.ts';

/** So many characters of a hook MicroSIP reads. */
const most = limits.hookValueCharacters.value;

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
  const value = valueText({ node, script }, hook);
  if (value.length > most) {
    const remedy =
      node.length >= script.length
        ? 'Have Node.js in a folder with a shorter path, and name it with the option "node".'
        : 'Have the kit keep its files in a folder with a shorter path: set LOCALAPPDATA to one wherever it is used.';
    throw new MicroSipError(
      'UNSUPPORTED',
      `MicroSIP reads ${most} characters of a hook, and ${hook} would need ${value.length}: ${value}. ${remedy}`,
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

/** Whether MicroSIP reads the value of every hook to its end. */
export function fitsInHooks(program: HookProgram): boolean {
  return hookKeys.every((hook) => valueText(program, hook).length <= most);
}

function valueText({ node, script }: HookProgram, hook: HookKey): string {
  // Two blanks in a row would become one, did no quotes of the value's own keep them.
  const outer = /[ \t]{2}|\t/u.test(script) ? '"' : '';
  const program = /[ \t]/u.test(node) ? `"${node}"` : node;
  return `${program} ${outer}\\"${script}\\"${outer} \\"${hook}`;
}

function refuseUnspeakable(file: string): void {
  if (!/["\p{Cc}]/u.test(file)) return;
  throw new MicroSipError(
    'UNSUPPORTED',
    `${JSON.stringify(file)} cannot stand in a hook of MicroSIP: use a path without quotes and control characters.`,
  );
}
