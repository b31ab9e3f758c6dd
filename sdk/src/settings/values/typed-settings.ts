import type { SettingEntry } from '../../catalogue/setting.ts';
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
  /**
   * The value, as MicroSIP makes sense of it; of a key that the catalogue does not know, the text. Nothing where the key
   * is missing and has no default.
   */
  readonly value: SettingData | undefined;
  /** The value as a text, without the quotes it may stand in. */
  readonly text: string;
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
 * A setting, whether it stands in the ini or not.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` when MicroSIP has no such setting, `UNSUPPORTED` when this version has not
 */
export function readSetting(
  ini: IniDocument,
  place: SettingPlace,
  version: string | undefined,
): SettingReading {
  const entry = knownSetting(place, version);
  return readingOf(place, entry, ini.getText(place.section, place.key), version);
}

/**
 * Sets a setting.
 *
 * @param value - as {@link readSetting} gives it, or a text as people write it: `on`, `udp`, `60`
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

/** Removes a setting, so that its default counts: duplicates too, one of which would be read in its place. */
export function unsetSetting(ini: IniDocument, { section, key }: SettingPlace): void {
  for (let removed = true; removed;) removed = ini.remove(section, key);
}

/** The settings that stand in an ini, each key once, in the order of the file. */
export function listSettings(ini: IniDocument, version: string | undefined): readonly SettingReading[] {
  return ini.sections.flatMap((section) => {
    const seen = new Set<string>();
    const readings: SettingReading[] = [];
    for (const { key, text } of ini.entries(section)) {
      if (seen.has(foldName(key))) continue;
      seen.add(foldName(key));
      readings.push(readingOf({ section, key }, settingOf(section, key), text, version));
    }
    return readings;
  });
}

function readingOf(
  place: SettingPlace,
  entry: SettingEntry | undefined,
  stored: string | undefined,
  version: string | undefined,
): SettingReading {
  const secret = isSecret(place);
  if (entry === undefined) {
    const text = profileValue(stored ?? '', Infinity);
    return {
      ...place,
      value: text,
      text,
      isDefault: false,
      isKnown: false,
      role: 'unknown',
      isSecret: secret,
    };
  }
  const { default: fallback, role, type } = entry;
  const text = stored === undefined ? fallback : profileValue(stored, charactersRead(entry, version));
  const value = text === undefined ? undefined : dataFrom(type, text, fallback);
  const byDefault = dataFrom(type, fallback ?? '', fallback);
  const isDefault = value === undefined || JSON.stringify(value) === JSON.stringify(byDefault);
  return { ...place, value, text: text ?? '', isDefault, isKnown: true, role, isSecret: secret };
}
