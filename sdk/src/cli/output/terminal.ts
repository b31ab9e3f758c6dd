import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { jsonLine } from './terminal-text.ts';

/** Where the command writes: a program's streams, or a test's. */
export interface OutputStreams {
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** The styles of the command's text. They are left out where the stream is no terminal or `NO_COLOR` is set. */
export type TextStyle = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan';

/** Results to stdout, as text or as JSON; everything that people read besides to stderr. */
export class Terminal {
  readonly json: boolean;
  readonly verbose: boolean;
  readonly #streams: OutputStreams;

  constructor(streams: OutputStreams, options: { readonly json: boolean; readonly verbose: boolean }) {
    this.#streams = streams;
    this.json = options.json;
    this.verbose = options.verbose;
  }

  /** A result, or one line of a stream. Text must be escaped for a terminal already. */
  result(value: unknown, text: () => string): void {
    this.#streams.stdout.write(`${this.json ? jsonLine(value) : text()}\n`);
  }

  /** A blank line between results. */
  blankLine(): void {
    this.#streams.stdout.write('\n');
  }

  /** Something people read besides the result. Text must be escaped for a terminal already. */
  note(text: string): void {
    this.#streams.stderr.write(`${text}\n`);
  }

  /** A note that only `--verbose` shows. */
  detail(text: string): void {
    if (this.verbose) this.note(this.styleNote('dim', text));
  }

  /** Styles a part of a result. */
  style(style: TextStyle, text: string): string {
    return styleText(style, text, { stream: this.#streams.stdout });
  }

  /** Styles a part of a note. */
  styleNote(style: TextStyle, text: string): string {
    return styleText(style, text, { stream: this.#streams.stderr });
  }
}
