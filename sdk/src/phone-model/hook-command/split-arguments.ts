/** A command line taken apart as `CommandLineToArgvW` does it (facts C.3). */
export interface SplitCommandLine {
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * Takes a command line apart. The program ends at the next quote if it begins with one, else at the first blank, and
 * backslashes mean nothing in it; the rules of quotes and backslashes begin with what follows.
 *
 * @param commandLine - not empty, and beginning with no blank
 */
export function splitArguments(commandLine: string): SplitCommandLine {
  const quoted = commandLine.startsWith('"');
  const start = quoted ? 1 : 0;
  const length = commandLine.slice(start).search(quoted ? /"/u : /[ \t]/u);
  const end = length < 0 ? commandLine.length : start + length;
  return {
    program: commandLine.slice(start, end),
    args: splitAfterProgram(commandLine.slice(quoted ? end + 1 : end)),
  };
}

/**
 * Blanks outside quotes separate. Before a quote two backslashes stand for one, and a single one makes the quote
 * literal. The third quote in a row is literal too, and one that closes and follows at once opens no new part.
 */
function splitAfterProgram(text: string): readonly string[] {
  const args: string[] = [];
  for (let position = skipBlanks(text, 0); position < text.length; position = skipBlanks(text, position)) {
    const read = readArgument(text, position);
    args.push(read.argument);
    position = read.end;
  }
  return args;
}

function skipBlanks(text: string, start: number): number {
  let position = start;
  while (isBlank(text.charAt(position))) position++;
  return position;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\t';
}

function readArgument(text: string, start: number): { readonly argument: string; readonly end: number } {
  let argument = '';
  let inQuotes = false;
  let position = start;
  while (position < text.length) {
    const character = text.charAt(position);
    if (isBlank(character) && !inQuotes) break;
    const backslashes = runLength(text, position, '\\');
    const quotes = runLength(text, position + backslashes, '"');
    if (quotes === 0) {
      argument += text.slice(position, position + Math.max(backslashes, 1));
      position += Math.max(backslashes, 1);
      continue;
    }
    argument += '\\'.repeat(Math.floor(backslashes / 2));
    const literal = backslashes % 2;
    if (literal === 1) argument += '"';
    const run = readQuotes(quotes - literal, inQuotes);
    argument += run.text;
    inQuotes = run.inQuotes;
    position += backslashes + quotes;
  }
  return { argument, end: position };
}

/** What a row of quotes yields: every third one is literal, the quote that opened the part counting as the first. */
function readQuotes(count: number, inQuotes: boolean): { readonly text: string; readonly inQuotes: boolean } {
  const total = count + (inQuotes ? 1 : 0);
  return { text: '"'.repeat(Math.floor(total / 3)), inQuotes: total % 3 === 1 };
}

function runLength(text: string, start: number, character: string): number {
  let end = start;
  while (text.charAt(end) === character) end++;
  return end - start;
}
