/**
 * The MicroSIP versions whose source was read, oldest first. Everything the catalogue says is tied to these;
 * what holds in a version between two of them follows only where both agree.
 */
export const verifiedVersions = ['3.20.5', '3.21.6', '3.22.3', '3.22.16'] as const;

/** One of the versions whose source was read. */
export type VerifiedVersion = (typeof verifiedVersions)[number];

/** The version the kit assumes when it is told none: the newest whose source was read. */
export const newestVerifiedVersion: VerifiedVersion = '3.22.16';

/** Whether a version has something: `partly` is explained in the entry's traps. */
export type Support = 'yes' | 'partly' | 'no' | 'unknown';

/** In which versions an entry of the catalogue holds. */
export interface Availability {
  /** What was read in each version's source. */
  readonly verified: Readonly<Record<VerifiedVersion, Support>>;
  /** The first version known to have it, where a release note is more exact than the versions read. */
  readonly since?: string;
  /** The first version known to lack it again. */
  readonly removedIn?: string;
}

/** An answer about one version, and how it is known. */
export interface SupportAnswer {
  readonly support: Support;
  /**
   * `verified`: this version's source was read. `release-notes`: a release note names the change.
   * `between`: the read versions on both sides agree. `extrapolated`: older or newer than all that were read.
   * `not-known`: the read versions on both sides differ.
   */
  readonly basis: 'verified' | 'release-notes' | 'between' | 'extrapolated' | 'not-known';
}

/**
 * Compares two dotted version numbers.
 *
 * @returns a negative number, zero or a positive number, as `Array.prototype.sort` wants it.
 */
export function compareVersions(left: string, right: string): number {
  const leftParts = left.split('.').map(Number);
  const rightParts = right.split('.').map(Number);
  for (let index = 0; index < Math.max(leftParts.length, rightParts.length); index++) {
    const difference = (leftParts[index] ?? 0) - (rightParts[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a text is a version number such as `3.22.16`. */
export function isVersion(text: string): boolean {
  return /^\d{1,4}(\.\d{1,5}){1,3}$/u.test(text);
}

/**
 * Whether a version of MicroSIP has something.
 *
 * @example
 * ```ts
 * supportIn(commandNamed('hangup-incoming').availability, '3.20.5'); // { support: 'no', basis: 'verified' }
 * ```
 */
export function supportIn(availability: Availability, version: string): SupportAnswer {
  const verified = verifiedVersions.find((candidate) => compareVersions(candidate, version) === 0);
  if (verified !== undefined) return { support: availability.verified[verified], basis: 'verified' };

  const { since, removedIn } = availability;
  const before = verifiedVersions.filter((candidate) => compareVersions(candidate, version) < 0).at(-1);
  const after = verifiedVersions.find((candidate) => compareVersions(candidate, version) > 0);
  const supportBefore = before === undefined ? undefined : availability.verified[before];
  const supportAfter = after === undefined ? undefined : availability.verified[after];

  if (supportBefore === undefined || supportAfter === undefined) {
    return { support: supportBefore ?? supportAfter ?? 'unknown', basis: 'extrapolated' };
  }
  if (supportBefore === supportAfter) return { support: supportBefore, basis: 'between' };
  if (since !== undefined && supportBefore === 'no') {
    return { support: compareVersions(version, since) < 0 ? 'no' : supportAfter, basis: 'release-notes' };
  }
  if (removedIn !== undefined && supportAfter === 'no') {
    return {
      support: compareVersions(version, removedIn) < 0 ? supportBefore : 'no',
      basis: 'release-notes',
    };
  }
  return { support: 'unknown', basis: 'not-known' };
}

/**
 * The read version whose behaviour stands for another: the newest that is not newer, else the oldest.
 *
 * @example
 * ```ts
 * behaviourVersionOf('3.22.9'); // '3.22.3'
 * ```
 */
export function behaviourVersionOf(version: string): VerifiedVersion {
  return (
    verifiedVersions.filter((candidate) => compareVersions(candidate, version) <= 0).at(-1) ??
    verifiedVersions[0]
  );
}
