/** The time a follower lives in. */
export interface FollowingClock {
  /** Milliseconds that never go back. */
  now(): number;
  /**
   * Calls back after so many milliseconds.
   *
   * @returns takes it back
   */
  after(milliseconds: number, callback: () => void): () => void;
}

/** The clock of this process. */
export const processClock: FollowingClock = {
  now: () => performance.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => {
      clearTimeout(timer);
    };
  },
};
