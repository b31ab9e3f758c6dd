import { limits } from './limits.ts';
import type { SettingEntry, SettingSection } from './setting.ts';
import { accountChoiceSettings, accountSettings } from './settings/account-settings.ts';
import { audioSettings, videoSettings } from './settings/audio-settings.ts';
import { automationSettings } from './settings/automation-settings.ts';
import { incomingSettings } from './settings/incoming-settings.ts';
import { listSettings } from './settings/list-settings.ts';
import { networkSettings } from './settings/network-settings.ts';
import { programSettings } from './settings/program-settings.ts';
import { windowSettings } from './settings/window-settings.ts';
import { behaviourVersionOf, newestVerifiedVersion } from './version.ts';

/** Every key of MicroSIP's ini. */
export const settings: readonly SettingEntry[] = [
  ...windowSettings,
  ...programSettings,
  ...audioSettings,
  ...videoSettings,
  ...networkSettings,
  ...incomingSettings,
  ...automationSettings,
  ...accountChoiceSettings,
  ...accountSettings,
  ...listSettings,
];

/** The key of a setting in `[Settings]`. */
export type SettingKey =
  | (typeof windowSettings)[number]['key']
  | (typeof programSettings)[number]['key']
  | (typeof audioSettings)[number]['key']
  | (typeof videoSettings)[number]['key']
  | (typeof networkSettings)[number]['key']
  | (typeof incomingSettings)[number]['key']
  | (typeof automationSettings)[number]['key']
  | (typeof accountChoiceSettings)[number]['key'];

/** The key of a setting of an account, in `[Account1]`, `[Account2]` … */
export type AccountSettingKey = (typeof accountSettings)[number]['key'];

/** The section of the catalogue an ini section belongs to, such as `AccountN` for `Account2`. */
export function settingSectionOf(iniSection: string): SettingSection | undefined {
  if (/^account\d{1,9}$/iu.test(iniSection)) return 'AccountN';
  return settings.find((entry) => entry.section.toLowerCase() === iniSection.toLowerCase())?.section;
}

/**
 * The catalogue's entry of an ini key. Windows compares sections and keys without regard to case, and so does this.
 *
 * @param iniSection - the section as in the ini, without brackets, such as `Account2`
 * @param key - the key as in the ini, such as `domain`, or `3` in `[Dialed]`
 * @returns nothing when MicroSIP has no such key
 * @example
 * ```ts
 * settingOf('Account2', 'password')?.secret; // true
 * ```
 */
export function settingOf(iniSection: string, key: string): SettingEntry | undefined {
  const section = settingSectionOf(iniSection);
  return settings.find((entry) => entry.section === section && isKeyOf(entry, key));
}

/**
 * How many characters of a value MicroSIP reads; what is longer is cut off silently (facts D.4).
 *
 * @param version - MicroSIP's version; the newest read, if it is not known
 */
export function charactersRead(entry: SettingEntry, version: string = newestVerifiedVersion): number {
  const usual = limits.settingCharacters.value;
  if (entry.section === 'Shortcuts') return limits.shortcutCharacters.value;
  // 3.20.5 has no more room for `audioCodecs` than for the other keys of `[Settings]`.
  if (entry.section === 'Settings' && behaviourVersionOf(version) === '3.20.5') return usual;
  return 'maximumCharacters' in entry.type ? (entry.type.maximumCharacters ?? usual) : usual;
}

function isKeyOf(entry: SettingEntry, key: string): boolean {
  if (entry.keyRange === undefined) return entry.key.toLowerCase() === key.toLowerCase();
  const [first, last] = entry.keyRange;
  return /^(0|[1-9]\d*)$/u.test(key) && Number(key) >= first && Number(key) <= last;
}
