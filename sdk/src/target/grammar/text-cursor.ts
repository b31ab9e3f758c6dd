import { HEX, isOf } from './character-class.ts';

/** A place in a text, for a recursive-descent parser that reads it from left to right. */
export class TextCursor {
  readonly text: string;
  position: number;

  constructor(text: string, position = 0) {
    this.text = text;
    this.position = position;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** The character here; empty at the end. */
  get here(): string {
    return this.text.charAt(this.position);
  }

  /** The whole character here, for a message. */
  get character(): string {
    const code = this.text.codePointAt(this.position);
    return code === undefined ? '' : String.fromCodePoint(code);
  }

  /** All that is left. */
  get rest(): string {
    return this.text.slice(this.position);
  }

  /** Reads one character if it is the one wanted. */
  take(character: string): boolean {
    if (this.text.charAt(this.position) !== character) return false;
    this.position++;
    return true;
  }

  /** Reads characters as long as they are of one of these classes. */
  takeWhile(characterClasses: number): string {
    const start = this.position;
    while (isOf(this.text.charCodeAt(this.position), characterClasses)) this.position++;
    return this.text.slice(start, this.position);
  }

  /** Reads characters as long as they are of one of these classes or `%` with two hexadecimal digits. */
  takeEscaped(characterClasses: number): string {
    const { text } = this;
    const start = this.position;
    for (;;) {
      const code = text.charCodeAt(this.position);
      if (isOf(code, characterClasses)) this.position++;
      else if (
        code === 0x25 &&
        isOf(text.charCodeAt(this.position + 1), HEX) &&
        isOf(text.charCodeAt(this.position + 2), HEX)
      )
        this.position += 3;
      else return text.slice(start, this.position);
    }
  }
}
