import { privacyRemark, switchLog } from '../../events/log/log-control.ts';
import type { MicroSip } from '../../microsip.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { noteRemarks } from '../output/remarks.ts';
import { showSettingsChange, showSettingsPreview } from '../output/settings-text.ts';
import { ChangeProgress, type ChangeFlags } from './change-progress.ts';
import { connect } from './connect.ts';

/** Switches the log on or off in the ini. */
export async function switchLogSetting(
  context: CommandContext,
  on: boolean,
  flags: ChangeFlags,
): CommandResult {
  const { options, signal, terminal } = context;
  await using phone = await connect(options);
  let isWrittenNow = false;
  if (options.dryRun) {
    showSettingsPreview(terminal, await phone.settings.preview((ini) => switchLog(ini, on), signal));
  } else {
    using progress = new ChangeProgress(context);
    const limits = progress.optionsFor(flags);
    const change = await (on ? phone.log.enable(limits) : phone.log.disable(limits));
    showSettingsChange(terminal, change);
    isWrittenNow = change.restarted || (!change.changed && (await isWritten(phone, context)));
  }
  const since = isWrittenNow
    ? 'It is written now'
    : `It ${options.dryRun ? 'would be' : 'is'} written from the next start of MicroSIP on`;
  noteRemarks(terminal, [
    on
      ? `${privacyRemark} ${since}; see \`microsip log status\`.`
      : 'What was written so far stays; see `microsip log status` for where.',
  ]);
  return undefined;
}

async function isWritten(phone: MicroSip, { options, signal }: CommandContext): Promise<boolean> {
  const { written } = await phone.log.status({ signal, timeoutMs: options.timeout });
  return written === true;
}
