/**
 * Splits the parameters of a Windows program start as the program's C runtime does, which sees one text: blanks
 * separate, quotes hold together, backslashes are special only before a quote, and `""` within quotes is a quote.
 */
export function splitWindowsArguments(parameters: string): string[] {
  const found: string[] = [];
  let index = 0;
  for (;;) {
    while (isSeparator(parameters.charAt(index))) index++;
    if (index >= parameters.length) return found;

    let argument = '';
    let quoted = false;
    while (index < parameters.length && (quoted || !isSeparator(parameters.charAt(index)))) {
      let backslashes = 0;
      while (parameters.charAt(index) === '\\') {
        backslashes++;
        index++;
      }
      if (parameters.charAt(index) !== '"') {
        argument += '\\'.repeat(backslashes);
        if (index < parameters.length && (quoted || !isSeparator(parameters.charAt(index)))) {
          argument += parameters.charAt(index);
          index++;
        }
        continue;
      }
      argument += '\\'.repeat(Math.floor(backslashes / 2));
      if (backslashes % 2 === 1) {
        argument += '"';
      } else if (quoted && parameters.charAt(index + 1) === '"') {
        argument += '"';
        index++;
      } else {
        quoted = !quoted;
      }
      index++;
    }
    found.push(argument);
  }
}

function isSeparator(character: string): boolean {
  return character === ' ' || character === '\t';
}
