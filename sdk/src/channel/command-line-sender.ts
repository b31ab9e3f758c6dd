import type { Installation } from '../installation/installation.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { Channel, CommandLineTail, HandOver } from './channel.ts';
import { interruptionError } from './limits.ts';
import type { PhonePresence, PhoneProcess } from './phone-presence.ts';
import { FileQueueFolder } from './queue/file-queue-folder.ts';
import { LaunchQueue } from './queue/launch-queue.ts';
import { claimQueueDirectory } from './queue/queue-directory.ts';
import { thisProcess } from './queue/queue-process.ts';

/** Sends command lines to one MicroSIP: each waits for its turn, and goes through the channel. */
export class CommandLineSender {
  readonly #installation: Installation;
  readonly #presence: PhonePresence;
  readonly #channel: Channel;
  #queue: LaunchQueue | undefined;

  constructor(installation: Installation, presence: PhonePresence, channel: Channel) {
    this.#installation = installation;
    this.#presence = presence;
    this.#channel = channel;
  }

  get channel(): Channel['name'] {
    return this.#channel.name;
  }

  /**
   * Sends one command line. It is in the line when this returns, so command lines keep the order of the calls.
   *
   * @throws MicroSipError `NOT_RUNNING`, without starting anything, when the phone is needed and known not to run;
   * and whatever the queue and the channel throw
   */
  async send(
    tail: CommandLineTail,
    limits: { readonly signal: AbortSignal; readonly timeoutMs: number; readonly needsRunningPhone: boolean },
  ): Promise<HandOver> {
    const { signal, timeoutMs, needsRunningPhone } = limits;
    // The folder is made with the first command: looking at a phone must leave no traces.
    this.#queue ??= new LaunchQueue(
      new FileQueueFolder(() => claimQueueDirectory(this.#installation)),
      thisProcess,
    );
    const turn = await this.#queue.enter(signal, timeoutMs);
    let launched = false;
    try {
      if (needsRunningPhone && (await this.#findPhone(signal, timeoutMs)) === 'not-running')
        throw notRunning();
      launched = true;
      return await this.#channel.handOver(this.#installation, tail, { signal });
    } finally {
      turn.end({ launched });
    }
  }

  async #findPhone(signal: AbortSignal, timeoutMs: number): Promise<PhoneProcess> {
    try {
      return await this.#presence.findPhone(signal);
    } catch (error) {
      if (!signal.aborted) throw error;
      throw interruptionError(
        signal,
        `The phone did not say within ${timeoutMs} ms whether it is there, so nothing was sent; it may hang: look at its window.`,
        'nothing was sent',
      );
    }
  }
}

function notRunning(): MicroSipError {
  return new MicroSipError(
    'NOT_RUNNING',
    'MicroSIP does not run, so there is nothing to control; start it first ("microsip start"), or dial.',
  );
}
