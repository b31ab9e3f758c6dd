import { interruptionError, pause } from '../limits.ts';
import {
  claimTurn,
  endTurn,
  isNewestTurn,
  type Attempt,
  type EndedTurn,
  type QueueFolder,
  type Surroundings,
} from './claim-turn.ts';
import type { QueueMember } from './queue-file.ts';

/** The right to hand over once, now. */
export interface Turn {
  /**
   * Waits for the gap that a launch keeps to what was handed over before; a message needs none.
   *
   * @returns `false` when time was over meanwhile, or the turn was lost: nothing may be handed over any more
   */
  launchGap(signal: AbortSignal): Promise<boolean>;
  /** Hands the right on. `handedOver` starts the gap that the next launch keeps. */
  end(outcome: { readonly handedOver: boolean }): void;
}

/** What a queue needs of the process it runs in. */
export interface QueueProcess extends Surroundings {
  readonly member: QueueMember;
}

const nobodyPauses = (): void => undefined;

/** How many tickets this process has drawn, over all its queues. */
let ticketsDrawn = 0;

/**
 * The line before one MicroSIP: whoever has something for it waits here, in whatever process. One at a time, launches
 * {@link launchGapMs} behind what came before, first come first served as far as the processes' clocks agree. A holder that dies is
 * passed over; nobody has to clean up behind it.
 */
export class CommandQueue {
  readonly #folder: QueueFolder;
  readonly #process: QueueProcess;
  #last: EndedTurn | undefined;
  /**
   * Those of this process who wait, in their order, and what makes them look again. Only the first of them looks: who
   * looked late would otherwise be overtaken by those behind, and a folder with many tickets is slow to read.
   */
  readonly #line = new Map<number, () => void>();

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
    this.#line.set(count, nobodyPauses);
    try {
      for (;;) {
        if (signal.aborted) throw this.#gaveUp(signal, timeoutMs);
        const attempt = this.#attempt(until, count, ticket);
        if (attempt.outcome === 'waiting') {
          ticket = attempt.ticket;
          await this.#pause(attempt.retryInMs, count, signal);
          continue;
        }
        ticket = undefined;
        this.#line.delete(count);
        return this.#turn(attempt);
      }
    } finally {
      if (ticket !== undefined) this.#folder.remove(ticket);
      if (this.#line.delete(count)) this.#wakeFirst();
    }
  }

  /** Other processes can only be waited for; the end of a turn in this one is known at once. */
  async #pause(milliseconds: number, count: number, signal: AbortSignal): Promise<void> {
    const woken = new AbortController();
    this.#line.set(count, () => woken.abort());
    await pause(milliseconds, AbortSignal.any([signal, woken.signal]));
  }

  #wakeFirst(): void {
    const [wake] = this.#line.values();
    wake?.();
  }

  #attempt(until: number, count: number, ticket: string | undefined): Attempt {
    const { member } = this.#process;
    const [first] = this.#line.keys();
    const claimant = { member, until, count, ticket, behindOwn: first !== count, last: this.#last };
    const steps = claimTurn(this.#folder, claimant, this.#process);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  #turn({ turn, launchNotBefore, lastHandOverAt }: Attempt & { outcome: 'claimed' }): Turn {
    return {
      launchGap: async (signal) => {
        const gapMs = launchNotBefore - this.#process.now();
        if (gapMs <= 0) return true;
        await pause(gapMs, signal);
        // A machine that slept may have slept longer than the others believe a holder to live.
        return !signal.aborted && isNewestTurn(this.#folder, turn);
      },
      end: ({ handedOver }) => {
        const endedAt = this.#process.now();
        const handOverAt = handedOver ? endedAt : lastHandOverAt;
        endTurn(this.#folder, turn, { endedAt, handOverAt });
        this.#last = { turn, endedAt, handOverAt };
        this.#wakeFirst();
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
