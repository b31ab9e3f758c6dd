import { foldName } from './key-names.ts';
import { keyNames } from './key-path.ts';
import { KeyTree } from './key-tree.ts';
import { textWithin } from './registry-data.ts';
import { ValueReader, type NamedValue } from './value-reader.ts';

/** A key in the file, with the place of its values. */
interface Section {
  readonly path: string;
  readonly isLink: boolean;
  readonly start: number;
  readonly end: number;
}

const header = 'WINE REGISTRY Version 2';

/** How the links of `system.reg` begin, the only file that has some. */
const linkRoot = '\\Registry\\Machine\\';

/**
 * A file in which Wine keeps a part of the registry (`system.reg`, `user.reg`). Only the titles of its keys are looked
 * at until a key is read: there are some ten thousand of them.
 */
export class WineRegistryFile {
  /** Whether it is of a Windows that has only 32-bit programs, and so one view. */
  readonly isOf32BitWindows: boolean;
  readonly #text: string;
  /** By the folded path. */
  readonly #sections: ReadonlyMap<string, Section>;

  /**
   * @param bytes - in ASCII: Wine escapes every other character. What does not begin as such a file has no keys, as
   * for Wine itself
   */
  constructor(bytes: Uint8Array) {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    this.isOf32BitWindows = /^#arch=win32\r?$/mu.test(text.slice(0, 500));
    this.#text = text;
    this.#sections = text.startsWith(header) ? indexSections(text) : new Map<string, Section>();
  }

  /** A key with all that lies below it; nothing when there is none. */
  read(path: string): KeyTree | undefined {
    return this.#read(keyNames(path), []);
  }

  /** @param followed - the links that led here: one that leads back to itself leads nowhere */
  #read(names: readonly string[], followed: readonly Section[]): KeyTree | undefined {
    const link = this.#linkOnTheWay(names);
    if (link !== undefined) {
      if (followed.includes(link)) return undefined;
      const target = this.#target(link);
      const rest = names.slice(keyNames(link.path).length);
      return target === undefined ? undefined : this.#read([...target, ...rest], [...followed, link]);
    }

    const path = foldName(names.join('\\'));
    const below = `${path}\\`;
    const tree = new KeyTree();
    let found = false;
    for (const [key, section] of this.#sections) {
      if (key !== path && !key.startsWith(below)) continue;
      found = true;
      // Keys without values of their own have no section.
      const sectionNames = keyNames(section.path);
      const branch = tree.branch(sectionNames.slice(names.length));
      if (!section.isLink) this.#readValues(section, branch);
      else this.#read(sectionNames, followed)?.copyTo(branch);
    }
    return found ? tree : undefined;
  }

  #linkOnTheWay(names: readonly string[]): Section | undefined {
    return names
      .map((_name, index) => this.#sections.get(foldName(names.slice(0, index + 1).join('\\'))))
      .find((section) => section?.isLink === true);
  }

  #target(link: Section): readonly string[] | undefined {
    const value = this.#valuesOf(link).find(([name]) => name === 'SymbolicLinkValue')?.[1];
    const target = value?.type === 'binary' ? textWithin(value.bytes) : '';
    return foldName(target).startsWith(foldName(linkRoot))
      ? keyNames(target.slice(linkRoot.length))
      : undefined;
  }

  #readValues(section: Section, key: KeyTree): void {
    for (const [name, value] of this.#valuesOf(section)) if (value !== undefined) key.values.set(name, value);
  }

  #valuesOf({ start, end }: Section): readonly NamedValue[] {
    const text = this.#text.slice(start, end);
    const reader = new ValueReader(text, 0, unescapeText);
    const values: NamedValue[] = [];
    while (reader.position < text.length) {
      const value = reader.value();
      if (value !== undefined) values.push(value);
      else reader.skipLine();
    }
    return values;
  }
}

function indexSections(text: string): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  let link = text.indexOf('\n#link');
  let title = text.indexOf('\n[');
  while (title !== -1) {
    const start = endOf(text, '\n', title + 1);
    const end = endOf(text, '\n[', start);
    const isLink = link !== -1 && link < end;
    if (isLink) link = text.indexOf('\n#link', end);
    // Brackets in names are escaped, and after the last one there is only a time.
    const path = titlePath(text.slice(title + 2, text.lastIndexOf(']', start)));
    sections.set(foldName(path), { path, isLink, start, end });
    title = end === text.length ? -1 : end;
  }
  return sections;
}

/** The names of a title, with single backslashes between them. */
function titlePath(escaped: string): string {
  const names = escaped.replaceAll('\\\\', '\0');
  // Hardly any title has something else escaped, and there are thousands.
  const plain = names.includes('\\') ? unescapeText(names) : names;
  return plain.replaceAll('\0', '\\');
}

function endOf(text: string, sought: string, from: number): number {
  const end = text.indexOf(sought, from);
  return end === -1 ? text.length : end;
}

/** What single letters after a backslash stand for in Wine. */
const controlCharacters: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
]);

function unescapeText(text: string): string {
  return text.replaceAll(
    /\\(?:x([\da-f]{1,4})|([0-7]{1,3})|(.))/giu,
    (_escape, hexadecimal?: string, octal?: string, unit?: string) => {
      if (hexadecimal !== undefined) return String.fromCharCode(Number.parseInt(hexadecimal, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
      return controlCharacters.get(unit ?? '') ?? unit ?? '';
    },
  );
}
