import type { Installation } from '../../installation/installation.ts';
import type {
  MessageOutcome,
  PhoneWindow,
  PhoneWindows,
} from '../../installation/windows-native/phone-windows.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { Channel, CommandLineTail, HandOver } from '../channel.ts';
import { interruptionError, interruptionOf, pause, startLimits } from '../limits.ts';
import { accessDenied } from './access-denied.ts';
import { nothingSent } from './nothing-sent.ts';

/** Times of window messages, in milliseconds. */
export interface WindowMessageTiming {
  /** How long one command line may take, as a start may. */
  readonly handOverLimitMs: number;
  /** How long a window is asked at a time whether it takes messages; somebody who gives up may wait for the rest of it. */
  readonly probeMs: number;
  /** How long to wait before a window that Windows knows to hang is asked again. */
  readonly hangingPollMs: number;
  /** How long to wait before a phone that was not ready gets the command line again. */
  readonly notReadyPollMs: number;
  /** How long an answer that is on its way is waited for when time is over. */
  readonly lastAnswerMs: number;
  /** How long to wait for the answer; longer than the ten seconds for which an event hook may freeze the phone (facts B.2). */
  readonly answerLimitMs: number;
}

const defaultTiming: WindowMessageTiming = {
  handOverLimitMs: 30_000,
  probeMs: 500,
  hangingPollMs: 50,
  notReadyPollMs: 100,
  lastAnswerMs: 250,
  answerLimitMs: 12_000,
};

/**
 * Hands a command line over by a message to the phone's window. It is sent only when the window was just seen to take
 * messages, so that a phone which hangs has got nothing, and can be waited for.
 */
export class WindowMessage implements Channel {
  readonly name = 'window-message';
  readonly #phoneWindows: PhoneWindows;
  readonly #window: PhoneWindow;
  readonly #remarks: readonly string[];
  readonly #timing: WindowMessageTiming;

  /** @param others - how many more phones of the same program run */
  constructor(phoneWindows: PhoneWindows, window: PhoneWindow, others = 0, timing = defaultTiming) {
    this.#phoneWindows = phoneWindows;
    this.#window = window;
    this.#remarks = others === 0 ? [] : [severalPhones(window, others)];
    this.#timing = timing;
  }

  /**
   * Sends the command line until the phone takes it.
   *
   * @throws MicroSipError `NOT_READY` when the phone's SIP stack did not come up in time, `ACCESS_DENIED`,
   * `NOT_RUNNING` when the phone ended with the command, `TIMEOUT`, `CANCELLED` or `DISPOSED`
   */
  async handOver(
    _installation: Installation,
    tail: CommandLineTail,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<HandOver | 'phone-gone'> {
    using limits = startLimits({ timeoutMs: this.#timing.handOverLimitMs, signal });
    const attempt = new Attempt(signal, limits.signal);
    for (;;) {
      if (!(await this.#takesMessages(attempt))) return 'phone-gone';
      if (await this.#send(tail, attempt)) return { started: false, remarks: this.#remarks };
      await attempt.pause(this.#timing.notReadyPollMs);
    }
  }

  /** Waits until the window takes messages. `false` when there is no such window any more. */
  async #takesMessages(attempt: Attempt): Promise<boolean> {
    const { probeMs, hangingPollMs } = this.#timing;
    for (;;) {
      attempt.refuseWhenOver();
      const { outcome } = await attempt.asked(this.#phoneWindows.probe(this.#window, probeMs));
      switch (outcome) {
        case 'answered':
          return true;
        case 'gone':
          return false;
        case 'denied':
          throw accessDenied(this.#window);
        case 'no-answer':
          await attempt.pause(hangingPollMs);
      }
    }
  }

  /** @returns whether the phone took it; a command line that comes before its SIP stack is up is lost (facts B) */
  async #send(tail: CommandLineTail, attempt: Attempt): Promise<boolean> {
    const { answerLimitMs, lastAnswerMs } = this.#timing;
    const answer = this.#phoneWindows.sendCommandLine(this.#window, tail, answerLimitMs);
    const sent = await attempt.sent(answer, lastAnswerMs);
    switch (sent.outcome) {
      case 'answered':
        attempt.refused = sent.answer !== 0;
        return !attempt.refused;
      case 'gone':
        // Not sent to another phone: nothing tells whether this one had begun with it.
        throw new MicroSipError(
          'NOT_RUNNING',
          'MicroSIP ended while it was given the command, which is probably lost; start it, and look before you send it again.',
        );
      case 'denied':
        throw accessDenied(this.#window);
      case 'no-answer':
        throw new MicroSipError('TIMEOUT', unanswered);
    }
  }
}

/** One hand-over under way, and what can be said of it when it has to end. */
class Attempt {
  readonly #caller: AbortSignal;
  /** Aborted with the caller's, or when this took too long. */
  readonly #signal: AbortSignal;
  /** Whether the phone last said that it is not ready. */
  refused = false;

  constructor(caller: AbortSignal, signal: AbortSignal) {
    this.#caller = caller;
    this.#signal = signal;
  }

  refuseWhenOver(): void {
    if (this.#signal.aborted) throw this.#nothingSent();
  }

  async pause(milliseconds: number): Promise<void> {
    await pause(milliseconds, this.#signal);
    this.refuseWhenOver();
  }

  /** What comes of asking, unless it comes too late. */
  async asked(outcome: Promise<MessageOutcome>): Promise<MessageOutcome> {
    const found = await untilAborted(outcome, this.#signal);
    if (found === 'aborted') throw this.#nothingSent();
    return found;
  }

  /** What comes of the command line itself: better known a little late than not at all. */
  async sent(outcome: Promise<MessageOutcome>, lastAnswerMs: number): Promise<MessageOutcome> {
    const inTime = await untilAborted(outcome, this.#signal);
    if (inTime !== 'aborted') return inTime;
    using grace = startLimits({ timeoutMs: lastAnswerMs });
    const late = await untilAborted(outcome, grace.signal);
    if (late !== 'aborted') return late;
    throw interruptionError(this.#interrupted, unanswered, 'MicroSIP may have got it');
  }

  get #interrupted(): AbortSignal {
    return this.#caller.aborted ? this.#caller : this.#signal;
  }

  #nothingSent(): MicroSipError {
    if (this.refused && interruptionOf(this.#interrupted) === 'TIMEOUT') return notReady();
    return nothingSent(this.#interrupted);
  }
}

function notReady(): MicroSipError {
  return new MicroSipError(
    'NOT_READY',
    'MicroSIP runs, but its SIP stack did not come up in time, so it took no command; look at its window, and try again.',
  );
}

const unanswered =
  'MicroSIP was given the command and did not answer in time; it may still take it, so it was not sent again. ' +
  'It may be waiting for an event hook: look at its window.';

function severalPhones({ processId }: PhoneWindow, others: number): string {
  return `${others + 1} phones of this program run; the command went to process ${processId}.`;
}

async function untilAborted<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result | 'aborted'> {
  const settled = new AbortController();
  const aborted = new Promise<'aborted'>((resolve) => {
    signal.addEventListener('abort', () => resolve('aborted'), { once: true, signal: settled.signal });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    settled.abort();
  }
}
