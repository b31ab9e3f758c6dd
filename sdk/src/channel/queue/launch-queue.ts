import { interruptionError, pause } from '../limits.ts';
import {
  claimTurn,
  endTurn,
  isNewestTurn,
  type Attempt,
  type QueueFolder,
  type Surroundings,
} from './claim-turn.ts';
import type { QueueMember } from './queue-file.ts';

/** The right to launch once, now. */
export interface Turn {
  /** Hands the right on. `launched` starts the gap that the next launch keeps. */
  end(outcome: { readonly launched: boolean }): void;
}

/** What a queue needs of the process it runs in. */
export interface QueueProcess extends Surroundings {
  readonly member: QueueMember;
}

/** How many tickets this process has drawn, over all its queues. */
let ticketsDrawn = 0;

/**
 * The line before one MicroSIP: whoever wants to launch it waits here, in whatever process. One launch at a time,
 * {@link launchGapMs} apart, first come first served as far as the processes' clocks agree. A holder that dies is
 * passed over; nobody has to clean up behind it.
 */
export class LaunchQueue {
  readonly #folder: QueueFolder;
  readonly #process: QueueProcess;

  constructor(folder: QueueFolder, queueProcess: QueueProcess) {
    this.#folder = folder;
    this.#process = queueProcess;
  }

  /**
   * Waits for a turn. Runs synchronously up to its place in the line, so commands of one process keep their order.
   *
   * @param signal - ends the wait; nothing may be launched then
   * @param timeoutMs - when the signal will do so at the latest, in milliseconds from now
   * @throws MicroSipError `TIMEOUT`, `CANCELLED` or `DISPOSED`, as the signal says
   */
  async enter(signal: AbortSignal, timeoutMs: number): Promise<Turn> {
    const until = Math.ceil(this.#process.now() + timeoutMs);
    const count = ++ticketsDrawn;
    let ticket: string | undefined;
    try {
      for (;;) {
        if (signal.aborted) throw this.#gaveUp(signal, timeoutMs);
        const attempt = this.#attempt(until, count, ticket);
        if (attempt.outcome === 'waiting') {
          ticket = attempt.ticket;
          await pause(attempt.retryInMs, signal);
          continue;
        }
        ticket = undefined;
        if (await this.#waitForGap(attempt, signal)) return this.#turn(attempt);
      }
    } finally {
      if (ticket !== undefined) this.#folder.remove(ticket);
    }
  }

  #attempt(until: number, count: number, ticket: string | undefined): Attempt {
    const { member } = this.#process;
    const steps = claimTurn(this.#folder, { member, until, count, ticket }, this.#process);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** Waits until the launch may be made. `false` when the turn was lost or given up meanwhile. */
  async #waitForGap(attempt: Attempt & { outcome: 'claimed' }, signal: AbortSignal): Promise<boolean> {
    const gapMs = attempt.launchNotBefore - this.#process.now();
    if (gapMs <= 0) return true;
    await pause(gapMs, signal);
    // A machine that slept may have slept longer than the others believe a holder to live.
    if (!signal.aborted && isNewestTurn(this.#folder, attempt.turn)) return true;
    this.#turn(attempt).end({ launched: false });
    return false;
  }

  #turn({ turn, lastLaunchEndedAt }: Attempt & { outcome: 'claimed' }): Turn {
    return {
      end: ({ launched }) => {
        const endedAt = this.#process.now();
        endTurn(this.#folder, turn, {
          endedAt,
          launchEndedAt: launched ? endedAt : lastLaunchEndedAt,
        });
      },
    };
  }

  #gaveUp(signal: AbortSignal, timeoutMs: number): Error {
    return interruptionError(
      signal,
      `Other commands kept MicroSIP busy for ${timeoutMs} ms, so nothing was sent; allow more time, or send less at once.`,
      'nothing was sent',
    );
  }
}
