import type { Availability, Support } from './version.ts';

/** What was read in 3.20.5, 3.21.6, 3.22.3 and 3.22.16, in this order, and what release notes add. */
export function availability(
  [first, second, third, fourth]: readonly [Support, Support, Support, Support],
  bounds: { readonly since?: string; readonly removedIn?: string } = {},
): Availability {
  return {
    verified: { '3.20.5': first, '3.21.6': second, '3.22.3': third, '3.22.16': fourth },
    ...bounds,
  };
}

/** Every version read has it. */
export const everyVersion = availability(['yes', 'yes', 'yes', 'yes']);

/** Every version read has it, where 3.22.3 was not looked at in this place. */
export const everyVersionButUnreadIn3223 = availability(['yes', 'yes', 'unknown', 'yes']);

/** 3.21.6 has it, 3.20.5 does not. */
export const newIn3216 = availability(['no', 'yes', 'yes', 'yes']);

/** As `newIn3216`, where 3.22.3 was not looked at in this place. */
export const newIn3216ButUnreadIn3223 = availability(['no', 'yes', 'unknown', 'yes']);

/** Looked at in 3.21.6 and 3.22.16 only, which both have it. */
export const readIn3216And32216 = availability(['unknown', 'yes', 'unknown', 'yes']);

/** 3.22.3 has it, 3.21.6 does not. */
export const newIn3223 = availability(['no', 'no', 'yes', 'yes']);

/** Only 3.22.16 of the versions read has it. */
export const newIn32216 = availability(['no', 'no', 'no', 'yes']);

/** Release notes say that 3.22.5 brought it. */
export const newIn3225 = availability(['no', 'no', 'no', 'yes'], { since: '3.22.5' });

/** 3.21.6 still has it, 3.22.3 does not. */
export const goneIn3223 = availability(['yes', 'yes', 'no', 'no']);

/** 3.22.3 still has it; release notes say that 3.22.5 took it away. */
export const goneIn3225 = availability(['yes', 'yes', 'yes', 'no'], { removedIn: '3.22.5' });

/** 3.22.3 still has it, 3.22.16 does not. */
export const goneIn32216 = availability(['yes', 'yes', 'yes', 'no']);

/** Only 3.20.5 of the versions read has it. */
export const onlyIn3205 = availability(['yes', 'no', 'no', 'no']);
