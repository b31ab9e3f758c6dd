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

type Own = Pick<SettingEntry, 'key' | 'type' | 'meaning'> & Partial<SettingEntry>;

/** Makes whole entries of keys that share a frame. What an entry says itself goes before the frame. */
export function describeSettings(frame: SettingsFrame, own: readonly Own[]): readonly SettingEntry[] {
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
