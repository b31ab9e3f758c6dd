import type { SettingPlace } from '../../settings/values/setting-place.ts';

/** Which setting is meant. */
export interface PlaceFlags {
  /** N of `[AccountN]`. */
  readonly account?: number;
  readonly section?: string;
  /** The text as it stands in the ini, whether MicroSIP knows the key or not. */
  readonly raw?: true;
}

/** The setting that an argument and its options mean. */
export function placeOf(key: string, flags: PlaceFlags): SettingPlace {
  return { section: sectionOf(flags) ?? 'Settings', key };
}

/** The section that the options name. */
export function sectionOf({ account, section }: PlaceFlags): string | undefined {
  return account === undefined ? section : `Account${account}`;
}
