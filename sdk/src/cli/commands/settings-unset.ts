import { unsetSetting as unset } from '../../settings/values/typed-settings.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import type { ChangeFlags, PlaceFlags } from '../definition/settings-commands.ts';
import { changeSettings } from './change-settings.ts';
import { placeOf } from './setting-place.ts';

/** Removes a setting. */
export async function unsetSetting(
  context: CommandContext,
  key: string,
  flags: PlaceFlags & ChangeFlags,
): CommandResult {
  return await changeSettings(context, flags, (ini) => unset(ini, placeOf(key, flags)));
}
