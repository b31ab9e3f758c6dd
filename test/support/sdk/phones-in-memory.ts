import { isSameProgram } from '../../../sdk/src/installation/windows-native/same-program.ts';
import type {
  MessageOutcome,
  PhoneWindow,
  PhoneWindows,
} from '../../../sdk/src/installation/windows-native/phone-windows.ts';

/** A phone with a window, as messages find it (facts B). */
export class PhoneInMemory {
  readonly window: PhoneWindow;
  /** What it took, in order. */
  readonly taken: string[] = [];
  /** What came before its SIP stack was up, and was lost. */
  readonly lost: string[] = [];
  stackRuns = true;
  /** Whether Windows lets this user send to it. */
  elevated = false;
  #exists = true;
  #frozen: { readonly over: Promise<void>; readonly end: () => void } | undefined;

  constructor(window: PhoneWindow) {
    this.window = window;
  }

  get exists(): boolean {
    return this.#exists;
  }

  get frozen(): boolean {
    return this.#frozen !== undefined;
  }

  /** Its thread takes no messages, as while it waits for an event hook. */
  freeze(): void {
    let end = (): void => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.#frozen = { over, end };
  }

  thaw(): void {
    this.#frozen?.end();
    this.#frozen = undefined;
  }

  exit(): void {
    this.#exists = false;
    this.thaw();
  }

  /** What comes of a message; one that came while it was frozen is taken later, whether or not anybody waits. */
  async message(take: () => number, timeoutMs: number): Promise<MessageOutcome> {
    if (!this.#exists) return { outcome: 'gone' };
    if (this.elevated) return { outcome: 'denied' };
    const answered = this.#answer(take);
    let timer: NodeJS.Timeout | undefined;
    const inVain = new Promise<MessageOutcome>((resolve) => {
      timer = setTimeout(() => resolve({ outcome: 'no-answer' }), timeoutMs);
    });
    try {
      return await Promise.race([answered, inVain]);
    } finally {
      clearTimeout(timer);
    }
  }

  async #answer(take: () => number): Promise<MessageOutcome> {
    await this.#frozen?.over;
    return this.#exists ? { outcome: 'answered', answer: take() } : { outcome: 'gone' };
  }
}

/** The windows of phones that run nowhere but in this test. */
export class PhonesInMemory implements PhoneWindows {
  readonly phones: PhoneInMemory[] = [];

  /** Starts a phone; its window lies topmost. */
  start(executable: string | undefined, properties: Partial<PhoneWindow> = {}): PhoneInMemory {
    const number = this.phones.length + 1;
    const phone = new PhoneInMemory({
      handle: BigInt(65_536 + number),
      processId: 1000 + number,
      executable,
      startedAt: Date.UTC(2026, 0, 1, 8, number),
      accessible: true,
      ...properties,
    });
    this.phones.unshift(phone);
    return phone;
  }

  find(executable?: string): readonly PhoneWindow[] {
    const windows = this.phones.filter(({ exists }) => exists).map(({ window }) => window);
    if (executable === undefined) return windows;
    return [
      ...windows.filter(({ executable: its }) => its !== undefined && isSameProgram(its, executable)),
      ...windows.filter(({ executable: its }) => its === undefined),
    ];
  }

  async probe(window: PhoneWindow, timeoutMs: number): Promise<MessageOutcome> {
    return (await this.#phoneOf(window)?.message(() => 0, timeoutMs)) ?? { outcome: 'gone' };
  }

  async sendCommandLine(window: PhoneWindow, tail: string, timeoutMs: number): Promise<MessageOutcome> {
    const phone = this.#phoneOf(window);
    if (phone === undefined) return { outcome: 'gone' };
    return await phone.message(() => {
      (phone.stackRuns ? phone.taken : phone.lost).push(tail);
      return phone.stackRuns ? 0 : 1;
    }, timeoutMs);
  }

  #phoneOf({ handle }: PhoneWindow): PhoneInMemory | undefined {
    return this.phones.find(({ window }) => window.handle === handle);
  }
}
