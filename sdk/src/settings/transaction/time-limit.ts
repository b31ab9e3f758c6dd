import { checkTimeout } from '../../check-timeout.ts';
import { MicroSipError } from '../../microsip-error.ts';

const moreTime = 'allow more time (--timeout, timeoutMs)';

/** The time that one change of settings may take; closing it stops its clock. */
export class TimeLimit implements Disposable {
  /** Aborted when the time is over, or the caller gives up. */
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly #stop: () => void;
  #timedOut = false;

  /** @throws MicroSipError `INVALID_ARGUMENT` for a time that cannot be measured */
  constructor(timeoutMs: number, signal: AbortSignal | undefined) {
    checkTimeout(timeoutMs);
    const controller = new AbortController();
    const cancel = (): void => controller.abort(signal?.reason);
    const timer = setTimeout(() => {
      this.#timedOut = true;
      controller.abort();
    }, timeoutMs);
    if (signal?.aborted === true) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    this.#stop = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    };
    this.signal = controller.signal;
    this.timeoutMs = timeoutMs;
  }

  /**
   * Waits for work, but no longer than the limit, whether the work heeds the signal or not.
   *
   * @param what - what is done meanwhile, as a sentence begins: `Waiting until no call is up`
   * @param remedy - what to do when it takes too long
   * @throws MicroSipError `TIMEOUT` or `CANCELLED`; and what the work throws
   */
  async wait<Result>(
    what: string,
    work: (signal: AbortSignal) => Promise<Result>,
    remedy = moreTime,
  ): Promise<Result> {
    let giveUp = (): void => undefined;
    const interrupted = new Promise<never>((_, reject) => {
      giveUp = () => reject(this.#interruption(what, remedy));
      this.signal.addEventListener('abort', giveUp, { once: true });
    });
    try {
      return await this.finish(what, (signal) => Promise.race([work(signal), interrupted]), remedy);
    } finally {
      this.signal.removeEventListener('abort', giveUp);
    }
  }

  /**
   * As {@link TimeLimit.wait}, for work that must not be left half way: it begins only within the limit, and ends when
   * it ends.
   */
  async finish<Result>(
    what: string,
    work: (signal: AbortSignal) => Promise<Result>,
    remedy = moreTime,
  ): Promise<Result> {
    if (this.#isOver()) throw this.#interruption(what, remedy);
    try {
      return await work(this.signal);
    } catch (error) {
      throw this.#isOver() && !tellsOfItself(error) ? this.#interruption(what, remedy) : error;
    }
  }

  [Symbol.dispose](): void {
    this.#stop();
  }

  #isOver(): boolean {
    return this.signal.aborted;
  }

  #interruption(what: string, remedy: string): MicroSipError {
    if (this.#timedOut) {
      return new MicroSipError(
        'TIMEOUT',
        `${what} took more than ${this.timeoutMs} ms, so nothing was changed; ${remedy}.`,
      );
    }
    const reason: unknown = this.signal.reason;
    return new MicroSipError('CANCELLED', 'The change was cancelled; the settings are as they were.', {
      cause: reason,
    });
  }
}

/** Whether work failed by something else than its end: what was denied while time ran out has not become a lack of time. */
function tellsOfItself(error: unknown): boolean {
  return error instanceof MicroSipError && error.code !== 'CANCELLED' && error.code !== 'TIMEOUT';
}
