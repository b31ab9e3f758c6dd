import type { CallState } from 'microsip-sdk';

/** Since when a call is talked on, in Unix milliseconds; nothing while it is not. */
export function runningSince({ answeredAt, state }: CallState): number | undefined {
  return state === 'active' && answeredAt !== undefined ? Date.parse(answeredAt) : undefined;
}

/** Until a running time shows the next second. */
export function untilNextSecond(milliseconds: number): number {
  return 1000 - (((milliseconds % 1000) + 1000) % 1000);
}

/** How long a call has been talked on, as phones show it: `02:07`, `1:00:00`. */
export function runningTime(milliseconds: number): string {
  // A clock that was set back must not show a negative time.
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0'));
  const hours = Math.floor(seconds / 3600);
  return (hours > 0 ? [hours, ...parts] : parts).join(':');
}
