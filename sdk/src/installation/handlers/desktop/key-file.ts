/** One line of a file of groups and keys, as desktop files and lists of default applications are. */
interface Line {
  /** With its end. */
  readonly raw: string;
  readonly group: string | undefined;
  readonly key?: string;
  readonly value?: string;
}

/** A file of groups and keys. What is not changed stays byte for byte: comments, order, blanks, ends of lines. */
export class KeyFile {
  readonly #lines: Line[];

  constructor(text: string) {
    let group: string | undefined;
    this.#lines = (text.match(/[^\n]*\n|[^\n]+$/gu) ?? []).map((raw) => {
      const heading = /^\s*\[([^\]]*)\]\s*$/u.exec(raw)?.[1];
      if (heading !== undefined) group = heading;
      const [, key, value] = /^\s*([^#=\s][^=]*)=([^]*)$/u.exec(raw) ?? [];
      return heading !== undefined || key === undefined || value === undefined
        ? { raw, group }
        : { raw, group, key: key.trimEnd(), value: value.trim() };
    });
  }

  /** A value; of several lines for it, the last counts. */
  get(group: string, key: string): string | undefined {
    return this.#lines.findLast((line) => line.group === group && line.key === key)?.value;
  }

  /** Changes every line of a key, or adds one at the end of the group. */
  set(group: string, key: string, change: (value: string | undefined) => string): void {
    let isThere = false;
    for (const [index, line] of this.#lines.entries()) {
      if (line.group !== group || line.key !== key) continue;
      isThere = true;
      const value = change(line.value);
      if (value !== line.value) this.#lines[index] = this.#line(group, key, value);
    }
    if (!isThere) this.#add(group, key, change(undefined));
  }

  /** Removes a key. */
  remove(group: string, key: string): void {
    this.#replace(this.#lines.filter((line) => line.group !== group || line.key !== key));
  }

  /** The keys of a group, in their order. */
  keys(group: string): readonly string[] {
    return [...new Set(this.#lines.flatMap((line) => (line.group === group ? (line.key ?? []) : [])))];
  }

  toString(): string {
    return this.#lines.map(({ raw }) => raw).join('');
  }

  #add(group: string, key: string, value: string): void {
    const last = this.#lines.findLastIndex((line) => line.group === group && line.raw.trim() !== '');
    const added = [this.#line(group, key, value)];
    if (last === -1) {
      const parting = this.#lines.length === 0 ? [] : [{ raw: this.#end, group: undefined }];
      added.unshift(...parting, { raw: `[${group}]${this.#end}`, group });
    }
    const at = last === -1 ? this.#lines.length : last + 1;
    const above = this.#lines[at - 1];
    if (above !== undefined && !above.raw.endsWith('\n')) {
      this.#lines[at - 1] = { ...above, raw: `${above.raw}${this.#end}` };
    }
    this.#lines.splice(at, 0, ...added);
  }

  #line(group: string, key: string, value: string): Line {
    return { raw: `${key}=${value}${this.#end}`, group, key, value };
  }

  get #end(): string {
    return this.#lines.some(({ raw }) => raw.endsWith('\r\n')) ? '\r\n' : '\n';
  }

  #replace(lines: readonly Line[]): void {
    this.#lines.splice(0, this.#lines.length, ...lines);
  }
}
