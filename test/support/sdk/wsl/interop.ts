/**
 * The command line that WSL's interop gives to a Windows program, as `FormatCommandLine` in its source (`interop.cpp`)
 * puts it together; the program stands in it by its bare name, as it was started by its path.
 */
export function interopCommandLine(program: string, args: readonly string[]): string {
  return [program.slice(program.lastIndexOf('/') + 1), ...args].map(quoted).join(' ');
}

function quoted(argument: string): string {
  if (argument !== '' && !/[ \t\r\n"]/u.test(argument)) return argument;
  let text = '';
  let backslashes = 0;
  for (const character of argument) {
    if (character === '\\') {
      backslashes += 1;
      continue;
    }
    text += '\\'.repeat(character === '"' ? 2 * backslashes + 1 : backslashes) + character;
    backslashes = 0;
  }
  return `"${text}${'\\'.repeat(2 * backslashes)}"`;
}
