import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';

/** A text, or the NULL of Windows. */
export type Word = string | null;

/** What the oracle is asked: a function and its arguments, as `profile-oracle.c` lists them. */
export type Question = readonly [name: string, ...words: readonly (Word | number)[]];

/** What it answers: the text that was filled in, or a number. */
export type Answer = string | number;

/**
 * The profile functions of the Windows that this runs on, in a process of their own that answers any number of
 * questions.
 */
export class ProfileOracle implements AsyncDisposable {
  readonly #process: ChildProcess;
  readonly #lines: Interface;
  readonly #answers: AsyncIterator<string>;

  private constructor(process: ChildProcess, lines: Interface) {
    this.#process = process;
    this.#lines = lines;
    this.#answers = lines[Symbol.asyncIterator]();
  }

  /** Starts it. */
  static async start(program: string): Promise<ProfileOracle> {
    const started = spawn(program, [], { stdio: ['pipe', 'pipe', 'inherit'], windowsHide: true });
    await once(started, 'spawn');
    return new ProfileOracle(started, createInterface({ input: started.stdout }));
  }

  /** Asks in order, and gives the answers in the same order. */
  async ask(questions: readonly Question[]): Promise<readonly Answer[]> {
    if (questions.length === 0) return [];
    const lines = questions.map(([name, ...words]) => [name, ...words.map(spelled)].join(' '));
    this.#process.stdin?.write(`${lines.join('\n')}\nanswer\n`);
    const answers: Answer[] = [];
    for (const question of questions) {
      const next = await this.#answers.next();
      if (next.done === true) throw new Error(`The oracle ended before it answered ${question.join(' ')}`);
      answers.push(understood(next.value));
    }
    return answers;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.stdin?.end();
    await ended;
    this.#lines.close();
  }
}

function spelled(word: Word | number): string {
  if (word === null) return '-';
  if (typeof word === 'number') return String(word);
  return `:${Array.from({ length: word.length }, (_, index) => word.charCodeAt(index).toString(16).padStart(4, '0')).join('')}`;
}

function understood(line: string): Answer {
  if (!line.startsWith(':')) {
    const number = Number(line);
    if (Number.isNaN(number)) throw new Error(`The oracle said ${line}`);
    return number;
  }
  return (line.slice(1).match(/.{4}/gu) ?? [])
    .map((digits) => String.fromCharCode(parseInt(digits, 16)))
    .join('');
}
