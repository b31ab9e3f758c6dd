import type { ChangeOptions, ChangeStep } from '../../settings/settings-change.ts';
import type { CommandContext } from '../command-context.ts';
import { noteRemarks } from '../output/remarks.ts';

/** What to do about a phone that runs. */
export interface ChangeFlags {
  readonly restart?: true;
  readonly assumeClosed?: true;
  readonly assumeIdle?: true;
}

/** A step that is over sooner is not worth a word. */
const worthSayingAfterMs = 700;

const told: Readonly<Record<ChangeStep, string>> = {
  'waiting-for-changes': 'Waiting for another change of the settings to end.',
  'looking-for-phone': 'Looking whether MicroSIP runs.',
  'waiting-for-calls': 'A call is up; waiting until none is. Ctrl-C gives up, and changes nothing.',
  'ending-phone': 'Waiting for MicroSIP to end.',
  'starting-phone': 'Waiting for MicroSIP to start again.',
};

/** Says what a change waits for, so that nobody ends a command that has closed the phone and is about to start it. */
export class ChangeProgress implements Disposable {
  readonly #context: CommandContext;
  #step: ChangeStep | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(context: CommandContext) {
    this.#context = context;
    context.signal.addEventListener('abort', this.#onInterrupt);
  }

  /** What the change is made with. */
  optionsFor({ assumeClosed, assumeIdle, restart }: ChangeFlags): ChangeOptions {
    const { options, signal } = this.#context;
    return {
      assumeClosed,
      assumeIdle,
      restart,
      signal,
      timeoutMs: options.timeout,
      onProgress: this.#onProgress,
    };
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer);
    this.#context.signal.removeEventListener('abort', this.#onInterrupt);
  }

  readonly #onProgress = (step: ChangeStep): void => {
    this.#step = step;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#say(told[step]), worthSayingAfterMs);
  };

  readonly #onInterrupt = (): void => {
    if (this.#step === 'ending-phone' || this.#step === 'starting-phone') {
      this.#say('MicroSIP was closed for the change and is started again first; please wait.');
    }
  };

  #say(text: string): void {
    noteRemarks(this.#context.terminal, [text]);
  }
}
