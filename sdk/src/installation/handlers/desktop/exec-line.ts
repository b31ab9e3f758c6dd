import { MicroSipError } from '../../../microsip-error.ts';

/** What the `Exec` of a desktop file runs. */
export interface ExecLine {
  /** The program and its arguments, without what stands for the link. */
  readonly args: readonly string[];
  /** How the link is handed over: as an argument of its own, in quotation marks (which has no meaning), or not. */
  readonly link: 'argument' | 'quoted' | 'missing';
}

/** By the Desktop Entry Specification, an argument with one of these stands in quotation marks. */
const reserved = /[\s"'\\><~|&;$*?#()`]/u;

/**
 * The value of `Exec` that runs a program with arguments and the link behind them.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for arguments that such a value cannot hold
 * @example
 * ```ts
 * execLine(['env', 'WINEPREFIX=/home/jo/My Prefix', 'wine', 'C:\\MicroSIP\\microsip.exe']);
 * // env "WINEPREFIX=/home/jo/My Prefix" wine "C:\\\\MicroSIP\\\\microsip.exe" %u
 * ```
 */
export function execLine(args: readonly string[]): string {
  return [...args.map(quoted), '%u'].join(' ');
}

/**
 * The text of a value of a desktop file.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for text that it cannot hold
 */
export function escapedText(text: string): string {
  // eslint-disable-next-line no-control-regex -- those are what is refused
  if (!/[\0-\x1f\x7f]/u.test(text)) return text.replaceAll('\\', '\\\\');
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `A desktop file cannot hold ${JSON.stringify(text)}: use paths without control characters.`,
  );
}

function quoted(argument: string): string {
  const literal = argument.replaceAll('%', '%%');
  const isBare = literal !== '' && !reserved.test(literal);
  // Quoted as an argument first, then as the text of a value, which has backslashes of its own.
  return escapedText(isBare ? literal : `"${literal.replace(/["`$\\]/gu, String.raw`\$&`)}"`);
}

/** Takes the value of an `Exec` apart; nothing where it has no program or its quotation marks do not match. */
export function parseExecLine(value: string): ExecLine | undefined {
  const pieces = splitArguments(unescapedText(value));
  if (pieces === undefined) return undefined;
  let link: ExecLine['link'] = 'missing';
  const args: string[] = [];
  for (const { isQuoted, text } of pieces) {
    if (/^%[uUfF]$/u.test(text)) {
      if (link === 'missing' || !isQuoted) link = isQuoted ? 'quoted' : 'argument';
      continue;
    }
    // The other field codes stand for names and icons, or mean nothing any more.
    if (!isQuoted && /^%[ickdDnNvm]$/u.test(text)) continue;
    args.push(text.replace(/%([%uUfF])/gu, (_code, letter: string) => (letter === '%' ? '%' : '')));
    if (/(?<!%)(?:%%)*%[uUfF]/u.test(text) && link === 'missing') link = isQuoted ? 'quoted' : 'argument';
  }
  return args.length === 0 ? undefined : { args, link };
}

/** The text that a value of a desktop file stands for. */
export function unescapedText(value: string): string {
  const letters: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  return value.replace(/\\([sntr\\])/gu, (_escape, letter: string) => letters[letter] ?? '');
}

interface Piece {
  readonly text: string;
  readonly isQuoted: boolean;
}

function splitArguments(line: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let rest = line.trimStart();
  while (rest !== '') {
    const [whole, inQuotes, bare] = /^"((?:[^"\\]|\\[^])*)"(?=\s|$)\s*|^([^\s"]+)\s*/u.exec(rest) ?? [];
    if (whole === undefined) return undefined;
    pieces.push(
      inQuotes === undefined
        ? { text: bare ?? '', isQuoted: false }
        : { text: inQuotes.replace(/\\(["`$\\])/gu, '$1'), isQuoted: true },
    );
    rest = rest.slice(whole.length);
  }
  return pieces;
}
