import { everyVersion } from '../availability.ts';
import type { Source } from '../provenance.ts';
import type { SettingEntry, SettingGroup, SettingSection } from '../setting.ts';

/** What most keys of a section have in common, so that each entry says only what is its own. */
export interface SettingsFrame {
  readonly section: SettingSection;
  readonly group: SettingGroup;
  readonly read: SettingEntry['read'];
  readonly sources: readonly Source[];
}

type Own<Key extends string> = Pick<SettingEntry, 'type' | 'meaning'> &
  Partial<SettingEntry> & { readonly key: Key };

/** An entry whose key the type system knows, so that a misspelt one is an error before anything runs. */
export type NamedSetting<Key extends string> = SettingEntry & { readonly key: Key };

/** Makes whole entries of keys that share a frame. What an entry says itself goes before the frame. */
export function describeSettings<Key extends string>(
  frame: SettingsFrame,
  own: readonly Own<Key>[],
): readonly NamedSetting<Key>[] {
  return own.map((entry) => ({
    role: 'preference',
    secret: false,
    availability: everyVersion,
    differences: [],
    traps: [],
    basis: 'verified',
    ...frame,
    ...entry,
  }));
}
