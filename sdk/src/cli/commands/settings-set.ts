import { text } from 'node:stream/consumers';

import { setSetting as setTyped } from '../../settings/values/typed-settings.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import type { ChangeFlags } from './change-progress.ts';
import { changeSettings } from './change-settings.ts';
import { placeOf, type PlaceFlags } from './setting-place.ts';

/** Changes a setting. */
export async function setSetting(
  context: CommandContext,
  key: string,
  argument: string,
  flags: PlaceFlags & ChangeFlags,
): CommandResult {
  const place = placeOf(key, flags);
  // A password in a command line is seen by other users, and stays in the shell's history.
  const value = argument === '-' ? (await text(process.stdin)).replace(/\r?\n$/u, '') : argument;
  return await changeSettings(context, flags, (ini, version) => {
    if (flags.raw) ini.set(place.section, key, value);
    else setTyped(ini, place, value, version);
  });
}
