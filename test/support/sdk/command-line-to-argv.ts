/**
 * Splits a command line as `CommandLineToArgvW` documents it: the program ends at the closing quotation mark or the
 * first blank; behind it 2n backslashes and a quotation mark are n backslashes and the mark's quoting, 2n+1 are n
 * backslashes and a literal mark, and a mark right behind a closing one is literal.
 */
export function commandLineToArgv(commandLine: string): string[] {
  const program = commandLine.startsWith('"')
    ? commandLine.slice(1, endOf(commandLine.indexOf('"', 1), commandLine))
    : commandLine.slice(0, endOf(commandLine.search(/[ \t]/u), commandLine));
  const programLength = commandLine.startsWith('"') ? program.length + 2 : program.length;
  return [program, ...splitArguments(commandLine.slice(programLength))];
}

function endOf(index: number, text: string): number {
  return index === -1 ? text.length : index;
}

function splitArguments(text: string): string[] {
  const result: string[] = [];
  let current: string | undefined;
  let quoted = false;
  for (let index = 0; index < text.length;) {
    const character = text.charAt(index);
    if (!quoted && (character === ' ' || character === '\t')) {
      if (current !== undefined) result.push(current);
      current = undefined;
      index++;
      continue;
    }
    current ??= '';
    const backslashes = /^\\*/u.exec(text.slice(index))?.[0].length ?? 0;
    index += backslashes;
    if (text.charAt(index) !== '"') {
      current += '\\'.repeat(backslashes);
      if (backslashes === 0) current += text.charAt(index++);
      continue;
    }
    current += '\\'.repeat(Math.floor(backslashes / 2));
    if (backslashes % 2 === 1) current += '"';
    else if (quoted && text.charAt(index + 1) === '"') {
      current += '"';
      quoted = false;
      index++;
    } else quoted = !quoted;
    index++;
  }
  if (current !== undefined) result.push(current);
  return result;
}
