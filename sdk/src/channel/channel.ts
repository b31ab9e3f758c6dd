import type { Installation } from '../installation/installation.ts';

/**
 * What MicroSIP gets: the whole text after the program name. MicroSIP never splits it into arguments
 * (facts A.1), so the kit always sends exactly one, or none where the text is empty.
 */
export type CommandLineTail = string;

/** Limits of one delivery. */
export interface DeliveryOptions {
  /** Ends the wait early with `CANCELLED`; while the queue is waited for, nothing is launched any more. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until `TIMEOUT`, waiting for the queue included. */
  readonly timeoutMs: number;
}

/**
 * Why MicroSIP does nothing about a command that it took. `single-mode`: it has another call, and its setting
 * `singleMode` lets it have one at a time (facts A.6).
 */
export type IgnoredBecause = 'single-mode';

/** That a command reached MicroSIP. Never that MicroSIP did anything: it gives no answer. */
export interface Delivery {
  /** `launcher`: the program was started once more. `window-message`: the phone's window took it, in less than a millisecond. */
  readonly channel: 'launcher' | 'window-message';
  /** Why the launcher was used on this Windows, where a window message is the better way; in a sentence's end. */
  readonly channelReason?: string;
  /** What was sent, in this order; one text for every command but `hangup({ scope: 'all' })`. */
  readonly commandLines: readonly CommandLineTail[];
  /** Whether a start became the phone, because none was running. */
  readonly started: boolean;
  /** Milliseconds, to one decimal, from the call to the delivery, waiting for the queue included. */
  readonly elapsedMs: number;
  /**
   * Why nothing comes of the command, where that is known; only for a number that was dialled, and only where the state of
   * calls is known. `remarks` has it in words.
   */
  readonly ignoredBecause?: IgnoredBecause;
  /** What is worth knowing about the command in this version, in sentences; often empty. */
  readonly remarks: readonly string[];
}

/** What one handed over command line came to. */
export interface HandOver {
  /** Whether the start became the phone, because none was running. */
  readonly started: boolean;
  /** What is worth knowing about where it went, in sentences. */
  readonly remarks?: readonly string[];
}

/** One way of handing a command line to MicroSIP. */
export interface Channel {
  readonly name: Delivery['channel'];
  /** @returns `phone-gone` when the phone it was meant for ended before it got anything */
  handOver(
    installation: Installation,
    tail: CommandLineTail,
    options: { readonly signal: AbortSignal },
  ): Promise<HandOver | 'phone-gone'>;
}

/** The way that one command line takes, and why, where it is not the best one. */
export interface ChosenChannel {
  readonly channel: Channel;
  readonly reason?: string;
}

/** Chooses the way of one command line when its turn has come. */
export interface ChannelChoice {
  /** @throws MicroSipError `ACCESS_DENIED` where no way leads to the phone */
  choose(tail: CommandLineTail): Promise<ChosenChannel>;
}
