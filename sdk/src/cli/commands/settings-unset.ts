import { settingOf } from '../../catalogue/settings.ts';
import { hintAt } from '../../settings/values/setting-place.ts';
import { unsetSetting as unset } from '../../settings/values/typed-settings.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { noteRemarks } from '../output/remarks.ts';
import type { ChangeFlags } from './change-progress.ts';
import { changeSettings } from './change-settings.ts';
import { placeOf, type PlaceFlags } from './setting-place.ts';

/** Removes a setting. */
export async function unsetSetting(
  context: CommandContext,
  key: string,
  flags: PlaceFlags & ChangeFlags,
): CommandResult {
  const place = placeOf(key, flags);
  const seen = { isSet: false };
  const code = await changeSettings(context, flags, (ini) => {
    seen.isSet ||= ini.getText(place.section, key) !== undefined;
    unset(ini, place);
  });
  if (!seen.isSet) {
    const hint =
      settingOf(place.section, key) === undefined ? ` MicroSIP has no such setting. ${hintAt(place)}` : '';
    noteRemarks(context.terminal, [`${key} is not set in [${place.section}].${hint}`]);
  }
  return code;
}
