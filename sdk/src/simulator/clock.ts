/** Time as a simulated phone knows it. Tests give it a clock that they move themselves. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once, after so many milliseconds, unless the returned function is called before. */
  setTimer(delayMs: number, callback: () => void): () => void;
}

/** The longest delay of `setTimeout`; a longer one would be over at once. */
const longestDelayMs = 2 ** 31 - 1;

/** The clock of this computer. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer: (delayMs, callback) => {
    const timer = setTimeout(callback, Math.min(Math.max(delayMs, 0), longestDelayMs));
    return () => {
      clearTimeout(timer);
    };
  },
};
