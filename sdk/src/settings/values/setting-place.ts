import leven from 'leven';

import type { SettingEntry } from '../../catalogue/setting.ts';
import { settingOf, settings, settingSectionOf } from '../../catalogue/settings.ts';
import { supportIn } from '../../catalogue/version.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { foldName } from '../ini-line.ts';

/** Where a setting stands. */
export interface SettingPlace {
  /** Without its brackets, such as `Settings` or `Account2`. */
  readonly section: string;
  readonly key: string;
}

/**
 * What the catalogue says of a setting.
 *
 * @param version - MicroSIP's version, where it is known
 * @throws MicroSipError `INVALID_ARGUMENT` when MicroSIP has no such setting, `UNSUPPORTED` when this version has not
 */
export function knownSetting({ section, key }: SettingPlace, version: string | undefined): SettingEntry {
  const entry = settingOf(section, key);
  if (entry === undefined) throw unknownSetting({ section, key });
  if (version !== undefined && supportIn(entry.availability, version).support === 'no') {
    const { since, removedIn } = entry.availability;
    const more = [
      ...(since === undefined ? [] : [`It came with ${since}.`]),
      ...(removedIn === undefined ? [] : [`It went with ${removedIn}.`]),
    ];
    throw new MicroSipError(
      'UNSUPPORTED',
      [`MicroSIP ${version} has no setting ${entry.key} in [${section}].`, ...more].join(' '),
    );
  }
  return entry;
}

function unknownSetting(place: SettingPlace): MicroSipError {
  const { key, section } = place;
  return new MicroSipError(
    'INVALID_ARGUMENT',
    `MicroSIP has no setting ${JSON.stringify(key)} in [${section}]. ${hintAt(place)} To write a key it does not know, ` +
      'say so (--raw, or change((ini) => ini.set(…))).',
  );
}

/** Which setting was probably meant by one that MicroSIP does not have. */
export function hintAt({ section, key }: SettingPlace): string {
  const catalogued = settingSectionOf(section);
  const entries = settings.filter((entry) => entry.section === catalogued);
  const closest = closestKey(entries, key);
  if (closest !== undefined) return `Did you mean ${closest}?`;
  const numbered = entries.find(({ keyRange }) => keyRange !== undefined)?.keyRange;
  if (numbered !== undefined) return `Its keys are the numbers from ${numbered[0]} to ${numbered[1]}.`;
  const elsewhere = settings.find((entry) => foldName(entry.key) === foldName(key))?.section;
  if (elsewhere === undefined) return '"microsip catalogue" lists all it has.';
  return elsewhere === 'AccountN'
    ? 'Accounts have it: say which one (--account 1, section Account1).'
    : `It has one in [${elsewhere}].`;
}

function closestKey(entries: readonly SettingEntry[], key: string): string | undefined {
  const name = foldName(key);
  // In a short word, two letters are most of it.
  const mostDifferent = Math.min(2, Math.floor(name.length / 3));
  const [closest] = entries
    .filter(({ keyRange }) => keyRange === undefined)
    .map((entry) => ({ key: entry.key, distance: leven(foldName(entry.key), name) }))
    .filter(({ distance }) => distance <= mostDifferent)
    .sort((left, right) => left.distance - right.distance);
  return closest?.key;
}
