import { MicroSipError } from '../microsip-error.ts';
import { profileValue, trimBlanks } from './profile-value.ts';

/** One key of a section. */
export interface IniEntry {
  readonly key: string;
  /** The text after `=`, as it stands in the file. */
  readonly text: string;
}

interface IniLine {
  readonly text: string;
  /** `\r\n`, `\n`, `\r`, or nothing at the end of the file. */
  readonly end: string;
  /** The name, when the line begins a section. */
  readonly section: string | undefined;
  readonly entry: IniEntry | undefined;
}

/**
 * An ini file that loses nothing: comments, order, blank lines, line ends and duplicates stay as they are, and only
 * what is set or removed changes. It is read by the rules of the Windows profile functions, by which MicroSIP reads:
 * names are compared without case, and the first section and the first key of a name win.
 *
 * @example
 * ```ts
 * const ini = IniDocument.parse('[Settings]\r\n; one call at a time\r\nsingleMode=1\r\n');
 * ini.set('Settings', 'singleMode', '0');
 * ini.toString(); // '[Settings]\r\n; one call at a time\r\nsingleMode=0\r\n'
 * ```
 */
export class IniDocument {
  #lines: IniLine[];

  private constructor(lines: IniLine[]) {
    this.#lines = lines;
  }

  /** Takes the text of an ini file apart. Every text is one: what is no section and no key is kept as it is. */
  static parse(text: string): IniDocument {
    const lines = [...text.matchAll(/([^\r\n]*)(\r\n|\n|\r|$)/gu)]
      .filter(([whole]) => whole !== '')
      .map(([, content = '', end = '']) => lineOf(content, end));
    return new IniDocument(lines);
  }

  /** The names of the sections in the order of the file, duplicates left out. */
  get sections(): readonly string[] {
    const names = new Map<string, string>();
    for (const line of this.#lines) {
      const name = line.section;
      if (name !== undefined && !names.has(fold(name))) names.set(fold(name), name);
    }
    return [...names.values()];
  }

  /** The keys of a section in the order of the file, duplicates included. */
  entries(section: string): readonly IniEntry[] {
    const range = this.#rangeOf(section);
    if (range === undefined) return [];
    return this.#lines
      .slice(range.start, range.end)
      .map((line) => line.entry)
      .filter((entry) => entry !== undefined);
  }

  /**
   * What `GetPrivateProfileString` returns.
   *
   * @param limit - characters the reader has room for
   * @returns `undefined` when the file has no such key.
   */
  get(section: string, key: string, limit?: number): string | undefined {
    const text = this.getText(section, key);
    return text === undefined ? undefined : profileValue(text, limit);
  }

  /** The text after `=` as it stands in the file. */
  getText(section: string, key: string): string | undefined {
    const index = this.#indexOf(section, key);
    return index === undefined ? undefined : this.#lineAt(index).entry?.text;
  }

  /**
   * Sets a key; the key and its section are added at their ends if they do not exist.
   *
   * @throws MicroSipError `INVALID_ARGUMENT` when a name or the value cannot stand in an ini file: nothing here can
   * add a line of its own.
   */
  set(section: string, key: string, text: string): void {
    refuseUnwritable(section, key, text);
    const index = this.#indexOf(section, key);
    if (index !== undefined) {
      const line = this.#lineAt(index);
      const keep = /^[^=]*=[\t-\r ]*/u.exec(line.text)?.[0] ?? `${line.text}=`;
      this.#lines[index] = lineOf(keep + text, line.end);
      return;
    }
    this.#insert(this.#endOfSection(section), `${key}=${text}`);
  }

  /** Removes the key that {@link get} reads; a duplicate behind it would then be read. */
  remove(section: string, key: string): boolean {
    const index = this.#indexOf(section, key);
    if (index === undefined) return false;
    this.#lines.splice(index, 1);
    return true;
  }

  /** Removes the section that {@link get} reads, with all that stands in it. */
  removeSection(section: string): boolean {
    const range = this.#rangeOf(section);
    if (range === undefined) return false;
    this.#lines.splice(range.start - 1, range.end - range.start + 1);
    return true;
  }

  /** Gives a section exactly these keys, as `WritePrivateProfileSection` does. */
  replaceSection(section: string, entries: readonly IniEntry[]): void {
    for (const entry of entries) refuseUnwritable(section, entry.key, entry.text);
    const range = this.#rangeOf(section);
    if (range !== undefined) {
      this.#lines.splice(range.start, range.end - range.start);
    }
    let index = this.#endOfSection(section);
    for (const entry of entries) this.#insert(index++, `${entry.key}=${entry.text}`);
  }

  /** The text of the file. */
  toString(): string {
    return this.#lines.map((line) => line.text + line.end).join('');
  }

  /** The line behind the last key of a section; the section is added if it does not exist. */
  #endOfSection(section: string): number {
    const range = this.#rangeOf(section);
    if (range === undefined) {
      this.#insert(this.#lines.length, `[${section}]`);
      return this.#lines.length;
    }
    let end = range.end;
    while (end > range.start && trimBlanks(this.#lineAt(end - 1).text) === '') end--;
    return end;
  }

  #insert(index: number, text: string): void {
    const lineEnd = this.#lines.find((line) => line.end !== '')?.end ?? '\r\n';
    const before = this.#lines[index - 1];
    if (before?.end === '') this.#lines[index - 1] = { ...before, end: lineEnd };
    this.#lines.splice(index, 0, lineOf(text, lineEnd));
  }

  #indexOf(section: string, key: string): number | undefined {
    const range = this.#rangeOf(section);
    if (range === undefined) return undefined;
    const wanted = fold(key);
    for (let index = range.start; index < range.end; index++) {
      const { entry } = this.#lineAt(index);
      if (entry !== undefined && fold(entry.key) === wanted) return index;
    }
    return undefined;
  }

  /** The lines of a section without its heading. */
  #rangeOf(section: string): { readonly start: number; readonly end: number } | undefined {
    const wanted = fold(section);
    let start: number | undefined;
    for (const [index, line] of this.#lines.entries()) {
      if (line.section === undefined) continue;
      if (start !== undefined) return { start, end: index };
      if (fold(line.section) === wanted) start = index + 1;
    }
    return start === undefined ? undefined : { start, end: this.#lines.length };
  }

  #lineAt(index: number): IniLine {
    const line = this.#lines[index];
    if (line === undefined) throw new RangeError(`The ini file has no line ${index + 1}`);
    return line;
  }
}

function lineOf(text: string, end: string): IniLine {
  const content = trimBlanks(text);
  const closing = content.startsWith('[') ? content.indexOf(']') : -1;
  const section = closing === -1 ? undefined : trimBlanks(content.slice(1, closing));
  return { text, end, section, entry: section === undefined ? entryOf(content) : undefined };
}

function entryOf(content: string): IniEntry | undefined {
  if (content === '' || content.startsWith(';')) return undefined;
  const equals = content.indexOf('=');
  if (equals === -1) return { key: content, text: '' };
  return { key: trimBlanks(content.slice(0, equals)), text: content.slice(equals + 1) };
}

function fold(name: string): string {
  return trimBlanks(name).toLowerCase();
}

function refuseUnwritable(section: string, key: string, text: string): void {
  const writable =
    /^[^[\]\r\n\0]+$/u.test(section) &&
    trimBlanks(section) === section &&
    /^[^;[=\r\n\0][^=\r\n\0]*$/u.test(key) &&
    trimBlanks(key) === key &&
    !/[\r\n\0]/u.test(text);
  if (!writable) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${JSON.stringify(`[${section}] ${key}=${text}`)} cannot stand in an ini file; ` +
        'leave out line breaks, and in names also brackets, "=", a leading ";" and outer blanks.',
    );
  }
}
