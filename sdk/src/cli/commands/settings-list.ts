import { settingOf } from '../../catalogue/settings.ts';
import { foldName } from '../../settings/ini-line.ts';
import type { SettingReading } from '../../settings/values/typed-settings.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { noteRemarks } from '../output/remarks.ts';
import { readingAsJson, readingsText } from '../output/settings-text.ts';
import { connect } from './connect.ts';
import { sectionOf, type PlaceFlags } from './setting-place.ts';

/** Which settings to list. */
export interface ListFlags extends Omit<PlaceFlags, 'raw'> {
  readonly changed?: true;
}

/** Prints the settings in the ini. Calls and dialled numbers are no settings, and shown only when they are asked for. */
export async function listSettings(
  { options, signal, terminal }: CommandContext,
  flags: ListFlags,
): CommandResult {
  await using phone = await connect(options);
  const section = sectionOf(flags);
  const isWanted = (reading: SettingReading): boolean =>
    section === undefined
      ? settingOf(reading.section, reading.key)?.group !== 'history'
      : foldName(reading.section) === foldName(section);
  const isChanged = ({ isDefault, role }: SettingReading): boolean => role !== 'state' && !isDefault;
  const readings = (await phone.settings.list(signal))
    .filter(isWanted)
    .filter((reading) => flags.changed === undefined || isChanged(reading));
  if (readings.length > 0 || terminal.json) {
    terminal.result(readings.map(readingAsJson), () => readingsText(terminal, readings));
  } else {
    noteRemarks(terminal, [`No such setting stands in ${phone.settings.path}.`]);
  }
  return undefined;
}
