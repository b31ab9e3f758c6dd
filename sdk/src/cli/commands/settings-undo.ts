import type { CommandContext, CommandResult } from '../command-context.ts';
import type { UndoFlags } from '../definition/settings-commands.ts';
import { backupsText, showSettingsChange, showSettingsPreview } from '../output/settings-text.ts';
import { connect } from './connect.ts';

/** Puts the settings back as they were. */
export async function undoSettings(
  { options, signal, terminal }: CommandContext,
  { assumeClosed, backup, list, restart }: UndoFlags,
): CommandResult {
  await using phone = await connect(options);
  const { settings } = phone;
  if (list) {
    const backups = await settings.backups();
    terminal.result(backups, () => backupsText(terminal, backups));
  } else if (options.dryRun) {
    showSettingsPreview(terminal, await settings.previewUndo(backup, signal));
  } else {
    const limits = { signal, timeoutMs: options.timeout };
    showSettingsChange(terminal, await settings.undo({ ...limits, assumeClosed, backup, restart }));
  }
  return undefined;
}
