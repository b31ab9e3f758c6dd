import type { CommandContext, CommandResult } from '../command-context.ts';
import { backupsText, showSettingsChange, showSettingsPreview } from '../output/settings-text.ts';
import { ChangeProgress, type ChangeFlags } from './change-progress.ts';
import { connect } from './connect.ts';

/** Which state to go back to. */
export interface UndoFlags extends ChangeFlags {
  readonly list?: true;
  readonly backup?: string;
}

/** Puts the settings back as they were. */
export async function undoSettings(
  context: CommandContext,
  { backup, list, ...flags }: UndoFlags,
): CommandResult {
  const { options, signal, terminal } = context;
  await using phone = await connect(options);
  const { settings } = phone;
  if (list) {
    const backups = await settings.backups();
    terminal.result(backups, () => backupsText(terminal, backups));
  } else if (options.dryRun) {
    showSettingsPreview(terminal, await settings.previewUndo(backup, signal));
  } else {
    using progress = new ChangeProgress(context);
    showSettingsChange(terminal, await settings.undo({ ...progress.optionsFor(flags), backup }));
  }
  return undefined;
}
