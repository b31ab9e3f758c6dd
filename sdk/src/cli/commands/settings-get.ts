import { profileValue } from '../../settings/profile-value.ts';
import { isSecret, visibleText } from '../../settings/values/secrets.ts';
import { knownSetting, type SettingPlace } from '../../settings/values/setting-place.ts';
import { readSetting } from '../../settings/values/typed-settings.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { noteRemarks } from '../output/remarks.ts';
import { readingAsJson } from '../output/settings-text.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';
import type { Terminal } from '../output/terminal.ts';
import { connect } from './connect.ts';
import { placeOf, type PlaceFlags } from './setting-place.ts';

/** Prints a setting. */
export async function getSetting(
  { options, signal, terminal }: CommandContext,
  key: string,
  flags: PlaceFlags,
): CommandResult {
  const asked = placeOf(key, flags);
  await using phone = await connect(options);
  const { settings } = phone;
  const ini = await settings.read(signal);
  const stored = ini.getText(asked.section, asked.key);

  if (flags.raw) {
    const text = stored === undefined ? undefined : visibleText(asked, stored);
    terminal.result(
      {
        ...asked,
        ...(isSecret(asked) ? { secret: true } : text !== undefined && { text }),
        set: stored !== undefined,
      },
      () => escapeForTerminal(text ?? ''),
    );
    if (stored === undefined) noteMissing(terminal, asked);
  } else {
    const entry = knownSetting(asked, settings.version);
    const place = { ...asked, key: entry.keyRange === undefined ? entry.key : key };
    const reading = readSetting(ini, place, settings.version);
    const text = stored === undefined ? (entry.default ?? '') : profileValue(stored, Infinity);
    terminal.result({ ...readingAsJson(reading), set: stored !== undefined }, () =>
      escapeForTerminal(visibleText(place, text)),
    );
    if (stored === undefined) noteMissing(terminal, place, entry.default);
  }
  return undefined;
}

/** That a key is missing is no error: what counts then is its default. */
function noteMissing(terminal: Terminal, { section, key }: SettingPlace, fallback?: string): void {
  const what = fallback === undefined ? '' : '; this is its default';
  noteRemarks(terminal, [`${key} is not set in [${section}]${what}.`]);
}
