import { sameName } from './key-names.ts';

/**
 * Puts environment variables in for `%NAME%`, as Windows' `ExpandEnvironmentStrings` does: whatever the case of the
 * name, once, and leaving alone what names no variable.
 *
 * @example
 * ```ts
 * expandVariables('%appdata%\\MicroSIP', { APPDATA: 'C:\\Users\\Jo\\AppData\\Roaming' });
 * // 'C:\\Users\\Jo\\AppData\\Roaming\\MicroSIP'
 * ```
 */
export function expandVariables(
  text: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  let expanded = '';
  let rest = text;
  for (;;) {
    const start = rest.indexOf('%');
    const end = start === -1 ? -1 : rest.indexOf('%', start + 1);
    if (end === -1) return expanded + rest;
    const value = variable(environment, rest.slice(start + 1, end));
    // What is no variable ends before its second percent sign, which may begin the next one.
    expanded += rest.slice(0, start) + (value ?? rest.slice(start, end));
    rest = rest.slice(value === undefined ? end : end + 1);
  }
}

function variable(
  environment: Readonly<Record<string, string | undefined>>,
  name: string,
): string | undefined {
  const key = Object.keys(environment).find((candidate) => sameName(candidate, name));
  return key === undefined ? undefined : environment[key];
}
