import { charactersRead, settingOf } from '../../catalogue/settings.ts';
import type { VerifiedVersion } from '../../catalogue/version.ts';
import { profileValue } from '../../settings/profile-value.ts';

/** Reads one value of an ini: the text after `=` as it stands in the file, or nothing when there is no such key. */
export type ReadProfile = (section: string, key: string) => string | undefined;

/** The values of one section as MicroSIP sees them. */
export interface ProfileSection {
  /** The value; the default (facts D.5, D.6) when the key is missing or unknown to this version. */
  readonly text: (key: string) => string;
  /** `1` is on; where on is the default, everything but `0` is (facts D.4). */
  readonly flag: (key: string) => boolean;
  /** A whole number, not below 0; what is none counts as 0. */
  readonly number: (key: string) => number;
  /** One of these values; any other counts as none. */
  readonly choice: <Value extends string>(key: string, values: readonly Value[]) => Value | '';
}

/** Looks at a section of an ini as MicroSIP does. */
export function profileSection(read: ReadProfile, section: string, version: VerifiedVersion): ProfileSection {
  const text = (key: string): string => {
    const entry = settingOf(section, key);
    const unknown = entry?.availability.verified[version] === 'no';
    const stored = unknown ? undefined : read(section, key);
    if (stored === undefined) return entry?.default ?? '';
    return profileValue(stored, entry === undefined ? undefined : charactersRead(entry, version));
  };
  return {
    text,
    flag: (key) =>
      (settingOf(section, key)?.default ?? '0') === '1' ? text(key) !== '0' : text(key) === '1',
    number: (key) => Math.max(0, Number.parseInt(text(key), 10) || 0),
    choice: (key, values) => values.find((value) => value === text(key)) ?? '',
  };
}
