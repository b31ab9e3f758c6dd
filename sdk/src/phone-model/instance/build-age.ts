import { limits } from '../../catalogue/limits.ts';
import type { VerifiedVersion } from '../../catalogue/version.ts';

/** The day 3.22.16 was built, from which it counts its age (facts K.1). */
const builtAt = Date.UTC(2026, 8, 14);
const dayMs = 24 * 60 * 60 * 1000;

/**
 * What a start makes of the age of its build (facts K.1); only 3.22.16 minds it. It gives a notice when it starts, later
 * on whenever its window appears too, and at last it refuses.
 */
export type BuildAge = 'fresh' | 'notice-at-start' | 'notice-at-every-show' | 'refuses';

/**
 * When 3.22.16 begins to give notice, gives it at every show, and refuses (facts K.1), in Unix milliseconds.
 */
export function ageingTime(limit: 'ageingNotice' | 'ageingPermanentNotice' | 'ageingRefusal'): number {
  return builtAt + limits[limit].value * dayMs;
}

/** How old a build takes itself for. */
export function buildAge(version: VerifiedVersion, at: number): BuildAge {
  if (version !== '3.22.16') return 'fresh';
  const days = Math.floor((at - builtAt) / dayMs);
  if (days >= limits.ageingRefusal.value) return 'refuses';
  if (days >= limits.ageingPermanentNotice.value) return 'notice-at-every-show';
  return days >= limits.ageingNotice.value ? 'notice-at-start' : 'fresh';
}
