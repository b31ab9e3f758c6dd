import { privacyRemark, switchLog } from '../../events/log/log-control.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import type { ChangeFlags } from '../definition/settings-commands.ts';
import { noteRemarks } from '../output/remarks.ts';
import { changeSettings } from './change-settings.ts';

/** Switches the log on or off in the ini. */
export async function switchLogSetting(
  context: CommandContext,
  on: boolean,
  flags: ChangeFlags,
): CommandResult {
  const code = await changeSettings(context, flags, (ini) => switchLog(ini, on));
  noteRemarks(context.terminal, [
    on
      ? `${privacyRemark} It is written from the next start of MicroSIP on; see \`microsip log status\`.`
      : 'What was written so far stays; see `microsip log status` for where.',
  ]);
  return code;
}
