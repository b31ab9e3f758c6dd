import type { VerifiedVersion } from '../../catalogue/version.ts';

/** The day 3.22.16 was built, from which it counts its age (facts K.1). */
const builtAt = Date.UTC(2026, 8, 14);
const dayMs = 24 * 60 * 60 * 1000;
const noticeAfterDays = 547;
const refusesAfterDays = 912;

/** What a start makes of the age of its build (facts K.1); only 3.22.16 minds it. */
export function buildAge(version: VerifiedVersion, at: number): 'fresh' | 'notice' | 'refuses' {
  if (version !== '3.22.16') return 'fresh';
  const days = Math.floor((at - builtAt) / dayMs);
  if (days >= refusesAfterDays) return 'refuses';
  return days >= noticeAfterDays ? 'notice' : 'fresh';
}
