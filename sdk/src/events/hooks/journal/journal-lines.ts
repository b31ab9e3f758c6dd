/** Longer lines are none of the hook program's: a command line of Windows has 32,767 characters. */
const longestLine = 1024 * 1024;

const lineEnd = 0x0a;

/** Puts the lines of one growing file together, which comes in pieces of any size. */
export class JournalLines {
  #pending: Buffer[] = [];
  #length = 0;
  #tooLong = false;
  #passOver: boolean;

  /** @param beginsInside - the first piece begins within a line, which is passed over */
  constructor(beginsInside = false) {
    this.#passOver = beginsInside;
  }

  /** Whether the last line has no end yet. */
  get isInsideLine(): boolean {
    return this.#length > 0;
  }

  /** The lines that a piece completes; nothing in the place of one that is too long. */
  *push(bytes: Buffer): Generator<string | undefined, void, void> {
    let start = 0;
    for (let end = bytes.indexOf(lineEnd); end !== -1; end = bytes.indexOf(lineEnd, start)) {
      this.#keep(bytes.subarray(start, end));
      start = end + 1;
      const line = this.#complete();
      if (!this.#passOver) yield line;
      this.#passOver = false;
    }
    this.#keep(bytes.subarray(start));
  }

  #keep(bytes: Buffer): void {
    if (bytes.length === 0) return;
    this.#length += bytes.length;
    if (this.#length > longestLine) {
      this.#tooLong = true;
      this.#pending = [];
    }
    if (!this.#tooLong) this.#pending.push(bytes);
  }

  #complete(): string | undefined {
    const line = this.#tooLong ? undefined : Buffer.concat(this.#pending).toString('utf8');
    this.#pending = [];
    this.#length = 0;
    this.#tooLong = false;
    return line;
  }
}
