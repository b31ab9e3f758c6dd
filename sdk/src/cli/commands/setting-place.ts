import type { SettingPlace } from '../../settings/values/setting-place.ts';
import type { PlaceFlags } from '../definition/settings-commands.ts';

/** The setting that an argument and its options mean. */
export function placeOf(key: string, flags: PlaceFlags): SettingPlace {
  return { section: sectionOf(flags) ?? 'Settings', key };
}

/** The section that the options name. */
export function sectionOf({ account, section }: PlaceFlags): string | undefined {
  return account === undefined ? section : `Account${account}`;
}
