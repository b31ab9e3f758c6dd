import type { FolkloreClaim } from './folklore-claim.ts';
import { guideClaims } from './folklore/guide-claims.ts';
import { imaginedCommandClaims } from './folklore/imagined-command-claims.ts';
import { imaginedInterfaceClaims } from './folklore/imagined-interface-claims.ts';

/** What people say about MicroSIP, each claim held against the source. */
export const folklore: readonly FolkloreClaim[] = [
  ...guideClaims,
  ...imaginedCommandClaims,
  ...imaginedInterfaceClaims,
];

/**
 * The claim whose command line this is.
 *
 * @param tail - what follows the program name
 * @returns nothing when nobody claims anything about it
 * @example
 * ```ts
 * claimAbout('-hangup')?.rightWay.kit; // ['microsip hangup', …]
 * ```
 */
export function claimAbout(tail: string): FolkloreClaim | undefined {
  return folklore.find((claim) => claim.example === tail);
}
