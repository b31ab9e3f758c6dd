/**
 * A thread of MicroSIP: it does one step after the other, and while it waits for a hook it does none (facts C.3).
 */
export interface Thread<Step> {
  readonly steps: readonly Step[];
  readonly waiting: HookWait | null;
}

/** A thread waits for a program, but no longer than `until`. */
export interface HookWait {
  readonly hook: number;
  /** Milliseconds since the epoch. */
  readonly until: number;
}
