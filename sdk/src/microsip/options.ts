import type { Delivery } from '../channel/channel.ts';
import type { HangupScope } from '../action/phone-action.ts';
import type { CallDirection, CallEvent } from '../events/call-event.ts';
import type { CallMilestone } from '../events/call-watch.ts';
import type { InstallationOptions } from '../installation/installation-options.ts';

/** Which phone, and how long its commands may take. */
export interface ConnectOptions extends InstallationOptions {
  /**
   * Milliseconds each command may take, waiting for the queue included, unless the command says otherwise. The default
   * of 15,000 outlasts an event hook, which freezes MicroSIP for up to ten seconds.
   */
  readonly timeoutMs?: number | undefined;
}

/** Limits of one command. */
export interface CommandOptions {
  /** Gives up early with `CANCELLED`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until `TIMEOUT`, waiting for the queue included. */
  readonly timeoutMs?: number | undefined;
}

/** Which calls to hang up. */
export interface HangupOptions extends CommandOptions {
  /**
   * - left out, or `talking`: every call of yours (outgoing, answered, held), not those that ring in
   * - `calling`: only outgoing calls that are not answered yet
   * - `incoming`: only calls that ring in; they are refused. Not in MicroSIP 3.20.5
   * - `all`: everything, by two commands. Not in MicroSIP 3.20.5
   */
  readonly scope?: HangupScope | undefined;
}

/** How the program starts. */
export interface StartOptions extends CommandOptions {
  /** In the tray, without a window. While a phone runs this does nothing at all. */
  readonly minimized?: boolean | undefined;
}

/** How far to wait. */
export interface DialAndWaitOptions extends CommandOptions {
  readonly until: CallMilestone;
}

/** Which call to wait for. */
export interface WaitForCallOptions extends CommandOptions {
  /** Only this call. */
  readonly callId?: string | undefined;
  /** Only calls of this direction. */
  readonly direction?: CallDirection | undefined;
}

/** A call that was dialled, and what became of it. */
export interface DialledCall {
  readonly delivery: Delivery;
  /** The event waited for; `ended` when the call ended first. */
  readonly call: CallEvent;
}

/** Which events to tell. */
export interface EventsOptions {
  /** Ends the iteration, without an error. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Tells first what happened from this moment on, as far back as log and journal reach; a point in time, or an ISO 8601
   * text. An event is told the same way whenever it is told.
   */
  readonly since?: Date | string | undefined;
  /** `false` ends the iteration when everything that happened so far is told. Default: `true`. */
  readonly follow?: boolean | undefined;
}
