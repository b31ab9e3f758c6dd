import { settings as knownSettings } from '../../catalogue/settings.ts';
import type { PhoneState } from '../phone-state.ts';
import { settingsText } from './settings-text.ts';

/** One line of an ini. */
export interface ProfileEntry {
  readonly section: string;
  readonly key: string;
  /** The text after `=`, quotes included. */
  readonly value: string;
}

/**
 * What MicroSIP writes when it rewrites its settings (facts D.3, D.4): every key of `[Settings]` it knows, whether it
 * changed or not, so that edits made meanwhile are lost; keys it does not know stay in the file. Names of devices go
 * into one pair of quotes, and so do the hooks, except in 3.20.5.
 */
export function profileEntriesFrom(state: PhoneState): readonly ProfileEntry[] {
  const { settings, version } = state;
  const texts: Readonly<Record<string, string | undefined>> = {
    ...settings.others,
    ...settingsText(settings, version),
    version,
  };
  const entries: ProfileEntry[] = [];
  for (const { availability, key, quotedWhenSaved, section } of knownSettings) {
    if (section !== 'Settings' && (section !== 'Global' || key !== 'version')) continue;
    const text = texts[key];
    if (text === undefined || availability.verified[version] === 'no') continue;
    const quoted = quotedWhenSaved?.verified[version] === 'yes';
    entries.push({ section, key, value: quoted ? `"${text}"` : text });
  }
  return entries;
}
