import { charactersRead, settingOf } from '../../catalogue/settings.ts';
import type { IniDocument } from '../ini-document.ts';
import { foldName } from '../ini-line.ts';
import { profileText, profileValue } from '../profile-value.ts';
import { isSecret } from './secrets.ts';
import { dataFrom, type SettingData } from './setting-data.ts';
import { knownSetting, type SettingPlace } from './setting-place.ts';
import { textFor } from './setting-text.ts';

/** One setting as it stands in an ini. */
export interface SettingReading extends SettingPlace {
  /** The value, as MicroSIP reads it; of a key that the catalogue does not know, the text. */
  readonly value: SettingData;
  /** Whether it is what counts when the key is missing. */
  readonly isDefault: boolean;
  /** Whether MicroSIP is known to have this key. */
  readonly isKnown: boolean;
  /** `preference`: set by people. `state`: written by the program to remember something. */
  readonly role: 'preference' | 'state' | 'unknown';
  /** Not to be shown. */
  readonly isSecret: boolean;
}

/**
 * The value of a setting.
 *
 * @returns the default where the key is missing; nothing where it has none
 * @throws MicroSipError `INVALID_ARGUMENT` when MicroSIP has no such setting, `UNSUPPORTED` when this version has not
 */
export function getSetting(
  ini: IniDocument,
  place: SettingPlace,
  version: string | undefined,
): SettingData | undefined {
  const entry = knownSetting(place, version);
  const text = ini.get(place.section, place.key, charactersRead(entry, version)) ?? entry.default;
  return text === undefined ? undefined : dataFrom(entry.type, text, entry.default);
}

/**
 * Sets a setting.
 *
 * @param value - as {@link getSetting} returns it, or a text as people write it: `on`, `udp`, `60`
 * @throws MicroSipError `INVALID_ARGUMENT` for a value that MicroSIP would not take, or a key that it does not have;
 * `UNSUPPORTED` when this version has no such key
 */
export function setSetting(
  ini: IniDocument,
  place: SettingPlace,
  value: SettingData,
  version: string | undefined,
): void {
  const entry = knownSetting(place, version);
  const { key } = entry.keyRange === undefined ? entry : place;
  const text = textFor(place, entry, value, version);
  // What MicroSIP reads already stays as it is written: in quotes, in 3.21.6 and later.
  const now = ini.getText(place.section, key);
  if (now === undefined || profileValue(now, Infinity) !== text)
    ini.set(place.section, key, profileText(text));
}

/** The settings that stand in an ini, each key once, in the order of the file. */
export function listSettings(ini: IniDocument, version: string | undefined): readonly SettingReading[] {
  return ini.sections.flatMap((section) => {
    const seen = new Set<string>();
    const readings: SettingReading[] = [];
    for (const { key, text } of ini.entries(section)) {
      if (seen.has(foldName(key))) continue;
      seen.add(foldName(key));
      readings.push(readingOf({ section, key }, text, version));
    }
    return readings;
  });
}

function readingOf(place: SettingPlace, text: string, version: string | undefined): SettingReading {
  const entry = settingOf(place.section, place.key);
  const secret = isSecret(place);
  if (entry === undefined) {
    const value = profileValue(text, Infinity);
    return { ...place, value, isDefault: false, isKnown: false, role: 'unknown', isSecret: secret };
  }
  const value = profileValue(text, charactersRead(entry, version));
  const data = dataFrom(entry.type, value, entry.default);
  const byDefault = entry.default === undefined ? '' : dataFrom(entry.type, entry.default, entry.default);
  const isDefault = JSON.stringify(data) === JSON.stringify(byDefault);
  return { ...place, value: data, isDefault, isKnown: true, role: entry.role, isSecret: secret };
}
