import type { Installation } from '../installation/installation.ts';

/**
 * What MicroSIP gets: the whole text after the program name. MicroSIP never splits it into arguments
 * (facts A.1), so the kit always sends exactly one.
 */
export type CommandLineTail = string;

/** Limits of one delivery. */
export interface DeliveryOptions {
  /** Ends the wait early with `CANCELLED`. */
  readonly signal?: AbortSignal;
  /** Milliseconds until `TIMEOUT`, waiting for the queue included. */
  readonly timeoutMs: number;
}

/** That a command line reached MicroSIP. Never that MicroSIP did anything: it gives no answer. */
export interface Delivery {
  readonly channel: 'launcher' | 'window-message';
  readonly tail: CommandLineTail;
  /** Whether this start became the phone, because none was running. */
  readonly started: boolean;
  /** Milliseconds from the call to the delivery, waiting for the queue included. */
  readonly elapsedMs: number;
}

/** One way of handing a command line to MicroSIP. */
export interface Channel {
  readonly name: Delivery['channel'];
  deliver(installation: Installation, tail: CommandLineTail, options: DeliveryOptions): Promise<Delivery>;
}
