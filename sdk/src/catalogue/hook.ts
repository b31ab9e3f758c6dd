import type { Basis, Source, Trap, VersionNote } from './provenance.ts';
import type { Availability } from './version.ts';

/** The event hooks: keys of `[Settings]` that name a program to start, in the order in which a call meets them. */
export const hookKeys = [
  'cmdOutgoingCall',
  'cmdIncomingCall',
  'cmdCallRing',
  'cmdCallAnswer',
  'cmdCallAnswerVideo',
  'cmdCallStart',
  'cmdCallBusy',
  'cmdCallEnd',
] as const;

/** The ini key of an event hook. */
export type HookKey = (typeof hookKeys)[number];

/** One event hook. */
export interface HookEntry {
  readonly key: HookKey;
  readonly title: string;
  /** The event it is started by. */
  readonly when: string;
  readonly direction: 'outgoing' | 'incoming' | 'both';
  /** The thread that waits for the program: the user interface, or SIP handling itself. */
  readonly blocks: 'interface' | 'sip';
  /**
   * The text appended to the command. `user`: the user part of the remote address, nothing if that is empty.
   * `user-or-domain`: the domain if the user part is empty.
   */
  readonly argument: 'user' | 'user-or-domain';
  /** Where placeholders in the value are replaced. */
  readonly placeholders: Availability;
  readonly availability: Availability;
  readonly differences: readonly VersionNote[];
  readonly traps: readonly Trap[];
  readonly basis: Basis;
  readonly sources: readonly Source[];
}
