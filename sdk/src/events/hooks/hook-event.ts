import type { HookKey } from '../../catalogue/hook.ts';

/** MicroSIP ran an event hook: one line of the journal. */
export interface HookEvent {
  readonly type: 'hook';
  /** ISO 8601 time at which the hook program ran; MicroSIP's own may be seconds earlier (facts C.1). */
  readonly at: string;
  /** Tells the lines of the journal apart; the same for every reader. */
  readonly id: string;
  readonly hook: HookKey;
  /**
   * What MicroSIP appended, all of it: the user part of the caller, hostile text, or nothing. MicroSIP appends it bare
   * (facts C.3), so Windows takes quotation marks in it for its own. They are there from the simulator; from Windows only
   * where the package koffi was installed when the hooks were, and but for a caller that is plain without them; not from
   * Wine, where the hook program is one of Linux. The log has them in any case.
   */
  readonly caller: string;
}

/** What following the journal tells. */
export type HookObservation =
  | HookEvent
  /** What the journal held before the following began, oldest first; it comes once, first. */
  | { readonly type: 'history'; readonly events: readonly HookEvent[] };
