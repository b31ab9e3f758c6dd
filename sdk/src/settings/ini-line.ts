import { isBlank, trimBlanks, untilNul } from './profile-value.ts';

/** One line of an ini file, with what ends it. */
export interface IniLine {
  text: string;
  /** `\r\n`, `\n`, `\r`, or nothing at the end of the file. */
  end: string;
}

/** Takes a text apart into its lines; put together again they are the text. */
export function linesOf(text: string): IniLine[] {
  const lines: IniLine[] = [];
  for (let start = 0; start < text.length;) {
    let stop = start;
    let code = text.charCodeAt(stop);
    while (stop < text.length && code !== 0x0a && code !== 0x0d) code = text.charCodeAt(++stop);
    const end = lineEndAt(text, stop);
    lines.push({ text: text.slice(start, stop), end });
    start = stop + Math.max(1, end.length);
  }
  return lines;
}

function lineEndAt(text: string, index: number): string {
  const code = text.charCodeAt(index);
  if (code === 0x0a) return '\n';
  if (code !== 0x0d) return '';
  return text.charCodeAt(index + 1) === 0x0a ? '\r\n' : '\r';
}

/** The name of the section that a line begins; what stands behind the bracket does not count. */
export function sectionNameIn(line: string): string | undefined {
  const start = firstOf(line);
  if (line.charCodeAt(start) !== 0x5b) return undefined;
  const closing = line.lastIndexOf(']');
  return closing <= start ? undefined : untilNul(trimBlanks(line.slice(start + 1, closing)));
}

/** The name of the key that a line gives a value, or would if it had a `=`; comments and blank lines have none. */
export function keyIn(line: string): string | undefined {
  const start = firstOf(line);
  if (start === line.length || line.charCodeAt(start) === 0x3b) return undefined;
  const equals = line.indexOf('=', start);
  let end = equals === -1 ? line.length : equals;
  while (end > start && isBlank(line.charCodeAt(end - 1))) end--;
  return untilNul(line.slice(start, end));
}

/** The text after `=`; nothing when the line has none, and so gives its key no value. */
export function textIn(line: string): string | undefined {
  const equals = line.indexOf('=');
  return equals === -1 ? undefined : line.slice(equals + 1);
}

/** The line with another text after `=`, and all before it as it was. */
export function withText(line: string, text: string): string {
  const equals = line.indexOf('=');
  if (equals === -1) return `${line}=${text}`;
  let start = equals + 1;
  while (isBlank(line.charCodeAt(start))) start++;
  return line.slice(0, start) + text;
}

/**
 * Names are compared so. The letters of other alphabets are left as they are: whether they are compared with case
 * differs between systems, and MicroSIP's own names have none.
 */
export function foldName(name: string): string {
  return name.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());
}

function firstOf(line: string): number {
  let index = 0;
  while (isBlank(line.charCodeAt(index))) index++;
  return index;
}
