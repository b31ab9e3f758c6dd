import type { SettingEntry, SettingSection } from './setting.ts';
import { accountChoiceSettings, accountSettings } from './settings/account-settings.ts';
import { audioSettings, videoSettings } from './settings/audio-settings.ts';
import { automationSettings } from './settings/automation-settings.ts';
import { incomingSettings } from './settings/incoming-settings.ts';
import { listSettings } from './settings/list-settings.ts';
import { networkSettings } from './settings/network-settings.ts';
import { programSettings } from './settings/program-settings.ts';
import { windowSettings } from './settings/window-settings.ts';

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

function isKeyOf(entry: SettingEntry, key: string): boolean {
  if (entry.keyRange === undefined) return entry.key.toLowerCase() === key.toLowerCase();
  const [first, last] = entry.keyRange;
  return /^(0|[1-9]\d*)$/u.test(key) && Number(key) >= first && Number(key) <= last;
}
