import { Writable } from 'node:stream';

/** Tells the tests' lines from all that VS Code says on the same stream. */
const mark = '[test] ';

export function markLines(text: string): string {
  return text
    .split('\n')
    .map((line) => mark + line)
    .join('\n');
}

/** Hands marked lines on, and keeps the others for the case that something goes wrong. */
export class MarkedLines extends Writable {
  readonly #print: (line: string) => void;
  readonly #others: string[] = [];
  #rest = '';

  constructor(print: (line: string) => void) {
    super({ decodeStrings: false });
    this.#print = print;
  }

  /** The lines that were not the tests'. */
  get others(): readonly string[] {
    return this.#others;
  }

  override _write(chunk: Buffer | string, _encoding: BufferEncoding, done: () => void): void {
    const lines = (this.#rest + chunk.toString()).split(/\r?\n/u);
    this.#rest = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith(mark)) this.#print(line.slice(mark.length));
      else if (line.trim() !== '') this.#others.push(line);
    }
    done();
  }
}
