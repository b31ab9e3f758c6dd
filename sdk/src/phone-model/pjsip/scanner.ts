import type { CharacterClass } from './character-class.ts';

/** Thrown where PJSIP's parser gives up; never leaves this folder. */
export class AddressSyntaxError extends Error {}

const lineEnds = '\r\n';

/** A cursor on a text of bytes, with the few moves PJSIP's scanner has. */
export class Scanner {
  readonly #bytes: string;
  #position = 0;

  constructor(bytes: string) {
    const end = bytes.indexOf('\0');
    this.#bytes = end < 0 ? bytes : bytes.slice(0, end);
  }

  /** The character at the cursor; empty at the end. */
  get next(): string {
    return this.#bytes.charAt(this.#position);
  }

  /** Whether the character at the cursor is this one. */
  isAt(character: string): boolean {
    return this.next === character;
  }

  get atEnd(): boolean {
    return this.#position >= this.#bytes.length;
  }

  get atLineEnd(): boolean {
    return !this.atEnd && lineEnds.includes(this.next);
  }

  skipBlanks(): void {
    while (this.next === ' ' || this.next === '\t') this.#position++;
  }

  /** What stands before the first of these characters, and which of them it is: empty at the end. */
  peekUntil(stops: string): { readonly before: string; readonly stop: string } {
    if (this.atEnd) throw new AddressSyntaxError();
    let end = this.#position;
    while (end < this.#bytes.length && !stops.includes(this.#bytes.charAt(end))) end++;
    return { before: this.#bytes.slice(this.#position, end), stop: this.#bytes.charAt(end) };
  }

  /** One character or more of a class. */
  take(members: CharacterClass): string {
    const start = this.#position;
    while (members.has(this.next)) this.#position++;
    if (this.#position === start) throw new AddressSyntaxError();
    return this.#bytes.slice(start, this.#position);
  }

  /** Everything up to one of these characters, or to the end. */
  takeUntil(stops: string): string {
    const { before } = this.peekUntil(stops);
    this.#position += before.length;
    return before;
  }

  takeOne(): string {
    const character = this.next;
    if (character === '') throw new AddressSyntaxError();
    this.#position++;
    return character;
  }

  expect(character: string): void {
    if (this.takeOne() !== character) throw new AddressSyntaxError();
  }

  /** What stands between quotes, without them; a quote after an odd number of backslashes does not end it. */
  takeQuoted(): string {
    this.expect('"');
    const start = this.#position;
    for (;;) {
      if (this.atEnd || this.next === '\n') throw new AddressSyntaxError();
      if (this.isAt('"')) break;
      const following = this.#bytes.charAt(this.#position + 1);
      this.#position += this.next === '\\' && (following === '"' || following === '\\') ? 2 : 1;
    }
    const quoted = this.#bytes.slice(start, this.#position);
    this.#position++;
    return quoted;
  }
}
