/** A length of time as `1:05`. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
}

/** A moment of the session as `+3.2 s`. */
export function momentText(ms: number): string {
  return `+${(ms / 1000).toFixed(1)} s`;
}
