import type { IniDocument } from '../../settings/ini-document.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { showSettingsChange, showSettingsPreview } from '../output/settings-text.ts';
import { ChangeProgress, type ChangeFlags } from './change-progress.ts';
import { connect } from './connect.ts';

/** Makes a change of the settings, or shows with `--dry-run` what it would be. */
export async function changeSettings(
  context: CommandContext,
  flags: ChangeFlags,
  edit: (ini: IniDocument, version: string | undefined) => void,
): CommandResult {
  const { options, signal, terminal } = context;
  await using phone = await connect(options);
  const { settings } = phone;
  const apply = (ini: IniDocument): void => edit(ini, settings.version);
  if (options.dryRun) {
    showSettingsPreview(terminal, await settings.preview(apply, signal));
    return undefined;
  }
  using progress = new ChangeProgress(context);
  showSettingsChange(terminal, await settings.change(apply, progress.optionsFor(flags)));
  return undefined;
}
