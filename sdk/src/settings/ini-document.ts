import { MicroSipError } from '../microsip-error.ts';
import { foldName, keyIn, linesOf, sectionNameIn, textIn, withText, type IniLine } from './ini-line.ts';
import { profileValue, trimBlanks } from './profile-value.ts';

/** One key of a section. */
export interface IniEntry {
  readonly key: string;
  /** The text after `=`, as it stands in the file. */
  readonly text: string;
}

/** A section with the lines up to the next one. The first one has no heading: it holds what stands above all others. */
interface IniSection {
  readonly name: string;
  readonly heading: IniLine | undefined;
  lines: IniLine[];
  /** The first line of each key, made when the section is first looked into. */
  keys: Map<string, IniLine> | undefined;
}

/**
 * An ini file that loses nothing: comments, order, blank lines, line ends and duplicates stay as they are, and only
 * what is set or removed changes. It is read by the rules of the Windows profile functions, by which MicroSIP reads:
 * names are compared without case, the first section and the first key of a name win, and a key without `=` has no
 * value.
 *
 * The lines are looked at when something is asked for, and indexed, so that thousands of keys are as quick as one.
 *
 * @example
 * ```ts
 * const ini = IniDocument.parse('[Settings]\r\n; one call at a time\r\nsingleMode=1\r\n');
 * ini.set('Settings', 'singleMode', '0');
 * ini.toString(); // '[Settings]\r\n; one call at a time\r\nsingleMode=0\r\n'
 * ```
 */
export class IniDocument {
  /** The text as it was; nothing since something changed. */
  #text: string | undefined;
  #sections: IniSection[] | undefined;
  /** The first section of each name. */
  #index: Map<string, IniSection> | undefined;

  private constructor(text: string) {
    this.#text = text;
  }

  /** Takes the text of an ini file. Every text is one: what is no section and no key is kept as it is. */
  static parse(text: string): IniDocument {
    return new IniDocument(text);
  }

  /** The names of the sections in the order of the file, duplicates left out. */
  get sections(): readonly string[] {
    return [...this.#sectionIndex().values()].map(({ name }) => name).filter((name) => name !== '');
  }

  /** The keys of a section that have a value, in the order of the file, duplicates included. */
  entries(section: string): readonly IniEntry[] {
    const entries: IniEntry[] = [];
    for (const { text: line } of this.#find(section)?.lines ?? []) {
      const key = keyIn(line);
      const text = textIn(line);
      if (key !== undefined && text !== undefined) entries.push({ key, text });
    }
    return entries;
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
    const line = this.#findLine(section, key);
    return line === undefined ? undefined : textIn(line.text);
  }

  /**
   * Sets a key; the key and its section are added at their ends if they do not exist.
   *
   * @throws MicroSipError `INVALID_ARGUMENT` when a name or the value cannot stand in an ini file: nothing here can
   * add a line of its own.
   */
  set(section: string, key: string, text: string): void {
    refuseUnwritable(section, key, text);
    const line = this.#findLine(section, key);
    if (line === undefined) {
      this.#append(this.#findOrAdd(section), key, text);
      return;
    }
    line.text = withText(line.text, text);
    this.#text = undefined;
  }

  /** Removes the key that {@link get} reads; a duplicate behind it would then be read. */
  remove(section: string, key: string): boolean {
    const line = this.#findLine(section, key);
    const found = this.#find(section);
    if (line === undefined || found === undefined) return false;
    found.lines.splice(found.lines.indexOf(line), 1);
    found.keys = undefined;
    this.#text = undefined;
    return true;
  }

  /** Removes the section that {@link get} reads, with all that stands in it. */
  removeSection(section: string): boolean {
    const found = this.#find(section);
    if (found?.heading === undefined) return false;
    const sections = this.#allSections();
    sections.splice(sections.indexOf(found), 1);
    this.#index = undefined;
    this.#text = undefined;
    return true;
  }

  /** Gives a section exactly these keys, as `WritePrivateProfileSection` does. */
  replaceSection(section: string, entries: readonly IniEntry[]): void {
    for (const entry of entries) refuseUnwritable(section, entry.key, entry.text);
    const found = this.#findOrAdd(section);
    found.lines = [];
    found.keys = undefined;
    this.#text = undefined;
    for (const { key, text } of entries) this.#append(found, key, text);
  }

  /** The text of the file. */
  toString(): string {
    if (this.#text !== undefined) return this.#text;
    const parts: string[] = [];
    for (const { heading, lines } of this.#allSections()) {
      if (heading !== undefined) parts.push(heading.text, heading.end);
      for (const { text, end } of lines) parts.push(text, end);
    }
    return (this.#text = parts.join(''));
  }

  /** Adds a key behind the last line of a section that is not blank, as the profile functions do. */
  #append(section: IniSection, key: string, text: string): void {
    const { lines } = section;
    let index = lines.length;
    while (index > 0 && trimBlanks(lines[index - 1]?.text ?? '') === '') index--;
    const end = this.#lineEnd();
    const before = lines[index - 1] ?? section.heading;
    if (before?.end === '') before.end = end;
    const line: IniLine = { text: `${key}=${text}`, end };
    lines.splice(index, 0, line);
    const name = foldName(key);
    if (section.keys?.has(name) === false) section.keys.set(name, line);
    this.#text = undefined;
  }

  #findOrAdd(name: string): IniSection {
    const found = this.#find(name);
    if (found !== undefined) return found;
    const end = this.#lineEnd();
    const sections = this.#allSections();
    const last = lastLineOf(sections);
    if (last?.end === '') last.end = end;
    const section: IniSection = { name, heading: { text: `[${name}]`, end }, lines: [], keys: undefined };
    sections.push(section);
    this.#sectionIndex().set(foldName(name), section);
    this.#text = undefined;
    return section;
  }

  /** What the first line of the file ends with; an empty file gets the line ends of Windows. */
  #lineEnd(): string {
    for (const { heading, lines } of this.#allSections()) {
      const first = heading ?? lines[0];
      if (first !== undefined && first.end !== '') return first.end;
    }
    return '\r\n';
  }

  #findLine(section: string, key: string): IniLine | undefined {
    const found = this.#find(section);
    if (found === undefined) return undefined;
    found.keys ??= keyIndexOf(found.lines);
    return found.keys.get(foldName(trimBlanks(key)));
  }

  #find(section: string): IniSection | undefined {
    return this.#sectionIndex().get(foldName(trimBlanks(section)));
  }

  #sectionIndex(): Map<string, IniSection> {
    if (this.#index !== undefined) return this.#index;
    this.#index = new Map();
    for (const section of this.#allSections()) {
      const name = foldName(section.name);
      if (!this.#index.has(name)) this.#index.set(name, section);
    }
    return this.#index;
  }

  #allSections(): IniSection[] {
    return (this.#sections ??= sectionsOf(linesOf(this.#text ?? '')));
  }
}

function sectionsOf(lines: readonly IniLine[]): IniSection[] {
  let current: IniSection = { name: '', heading: undefined, lines: [], keys: undefined };
  const sections = [current];
  for (const line of lines) {
    const name = sectionNameIn(line.text);
    if (name === undefined) {
      current.lines.push(line);
    } else {
      current = { name, heading: line, lines: [], keys: undefined };
      sections.push(current);
    }
  }
  return sections;
}

function keyIndexOf(lines: readonly IniLine[]): Map<string, IniLine> {
  const keys = new Map<string, IniLine>();
  for (const line of lines) {
    const key = keyIn(line.text);
    if (key === undefined) continue;
    const name = foldName(key);
    if (!keys.has(name)) keys.set(name, line);
  }
  return keys;
}

function lastLineOf(sections: readonly IniSection[]): IniLine | undefined {
  const section = sections.at(-1);
  return section?.lines.at(-1) ?? section?.heading;
}

/** The value is not told: it may be a password. */
function refuseUnwritable(section: string, key: string, text: string): void {
  const isName = (name: string, form: RegExp): boolean => form.test(name) && trimBlanks(name) === name;
  if (!isName(section, /^[^[\]\r\n\0]+$/u) || !isName(key, /^[^;[=\r\n\0][^=\r\n\0]*$/u)) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${JSON.stringify(`[${section}] ${key}`)} cannot stand in an ini file; leave out line breaks, brackets, "=", ` +
        'a leading ";" and outer blanks.',
    );
  }
  if (/[\r\n\0]/u.test(text)) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `The value for ${key} in [${section}] has a line break or a NUL, which cannot stand in an ini file; leave it out.`,
    );
  }
}
