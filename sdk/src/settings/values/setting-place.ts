import leven from 'leven';

import type { SettingEntry } from '../../catalogue/setting.ts';
import { settingOf, settings, settingSectionOf } from '../../catalogue/settings.ts';
import { supportIn } from '../../catalogue/version.ts';
import { MicroSipError } from '../../microsip-error.ts';

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

function unknownSetting({ section, key }: SettingPlace): MicroSipError {
  const catalogued = settingSectionOf(section);
  const elsewhere = settings.find((entry) => entry.key.toLowerCase() === key.toLowerCase())?.section;
  const [closest] = settings
    .filter((entry) => entry.section === catalogued)
    .map((entry) => ({ key: entry.key, distance: leven(entry.key.toLowerCase(), key.toLowerCase()) }))
    .filter(({ distance }) => distance <= 2)
    .sort((left, right) => left.distance - right.distance);
  const hint =
    elsewhere !== undefined && elsewhere !== catalogued
      ? `It has one in [${elsewhere}].`
      : closest === undefined
        ? '"microsip catalogue" lists all it has.'
        : `Did you mean ${closest.key}?`;
  return new MicroSipError(
    'INVALID_ARGUMENT',
    `MicroSIP has no setting ${JSON.stringify(key)} in [${section}]. ${hint} To write a key it does not know, say so ` +
      '(--raw, or change((ini) => ini.set(…))).',
  );
}
