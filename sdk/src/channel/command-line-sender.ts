import type { Installation } from '../installation/installation.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { ChannelChoice, CommandLineTail, Delivery, HandOver } from './channel.ts';
import { interruptionError } from './limits.ts';
import type { PhonePresence, PhoneProcess } from './phone-presence.ts';
import { missingProgram } from './program-to-start.ts';
import { CommandQueue, type Turn } from './queue/command-queue.ts';
import { FileQueueFolder } from './queue/file-queue-folder.ts';
import { claimQueueDirectory } from './queue/queue-directory.ts';
import { thisProcess } from './queue/queue-process.ts';

/** What one sent command line came to, and which way it took. */
export type SentCommandLine = HandOver & Pick<Delivery, 'channel' | 'channelReason'>;

/** Limits of one command line. */
export interface SendLimits {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
  readonly needsRunningPhone: boolean;
}

/** Sends command lines to one MicroSIP: each waits for its turn, and goes through the channel that is best then. */
export class CommandLineSender {
  readonly #installation: Installation;
  readonly #presence: PhonePresence;
  readonly #channels: ChannelChoice;
  #queue: CommandQueue | undefined;

  constructor(installation: Installation, presence: PhonePresence, channels: ChannelChoice) {
    this.#installation = installation;
    this.#presence = presence;
    this.#channels = channels;
  }

  /**
   * Sends one command line. It is in the line when this returns, so command lines keep the order of the calls.
   *
   * @throws MicroSipError `NOT_RUNNING`, without starting anything, when the phone is needed and known not to run, or
   * `NOT_INSTALLED` when its program is not even there; and whatever the queue and the channel throw
   */
  async send(tail: CommandLineTail, limits: SendLimits): Promise<SentCommandLine> {
    // The folder is made with the first command: looking at a phone must leave no traces.
    this.#queue ??= new CommandQueue(
      new FileQueueFolder(() => claimQueueDirectory(this.#installation)),
      thisProcess,
    );
    for (;;) {
      const turn = await this.#queue.enter(limits.signal, limits.timeoutMs);
      const sent = await this.#sendInTurn(turn, tail, limits);
      if (sent !== 'not-sent') return sent;
    }
  }

  /** @returns `not-sent` when the turn was lost, or the phone went away: what is so now has to be found out anew */
  async #sendInTurn(
    turn: Turn,
    tail: CommandLineTail,
    limits: SendLimits,
  ): Promise<SentCommandLine | 'not-sent'> {
    const { signal, needsRunningPhone } = limits;
    let handedOver = false;
    try {
      const { channel, reason } = await this.#channels.choose(tail);
      if (channel.name === 'launcher') {
        // A window is proof enough that the phone runs.
        if (needsRunningPhone && (await this.#findPhone(limits)) === 'not-running') {
          throw (await missingProgram(this.#installation)) ?? notRunning(tail);
        }
        if (!(await turn.launchGap(signal))) return 'not-sent';
      }
      handedOver = true;
      const handOver = await channel.handOver(this.#installation, tail, { signal });
      if (handOver === 'phone-gone') {
        handedOver = false;
        return 'not-sent';
      }
      return { ...handOver, channel: channel.name, ...(reason !== undefined && { channelReason: reason }) };
    } finally {
      turn.end({ handedOver });
    }
  }

  async #findPhone({ signal, timeoutMs }: SendLimits): Promise<PhoneProcess> {
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

function notRunning(tail: CommandLineTail): MicroSipError {
  return new MicroSipError(
    'NOT_RUNNING',
    tail === '/exit'
      ? 'MicroSIP does not run, so there is nothing to end.'
      : 'MicroSIP does not run, so there is nothing to control; start it first ("microsip start"), or dial.',
  );
}
