import type { IniDocument } from '../../settings/ini-document.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import type { ChangeFlags } from '../definition/settings-commands.ts';
import { showSettingsChange, showSettingsPreview } from '../output/settings-text.ts';
import { connect } from './connect.ts';

/** Makes a change of the settings, or shows with `--dry-run` what it would be. */
export async function changeSettings(
  { options, signal, terminal }: CommandContext,
  { assumeClosed, restart }: ChangeFlags,
  edit: (ini: IniDocument, version: string | undefined) => void,
): CommandResult {
  await using phone = await connect(options);
  const { settings } = phone;
  const apply = (ini: IniDocument): void => edit(ini, settings.version);
  if (options.dryRun) {
    showSettingsPreview(terminal, await settings.preview(apply, signal));
    return undefined;
  }
  const limits = { signal, timeoutMs: options.timeout };
  showSettingsChange(terminal, await settings.change(apply, { ...limits, assumeClosed, restart }));
  return undefined;
}
