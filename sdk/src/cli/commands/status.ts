import { missingProgram } from '../../channel/program-to-start.ts';
import type { CallState, PhoneStatus } from '../../events/call-event.ts';
import type { MicroSip } from '../../microsip.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { statusText } from '../output/status-text.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';
import { noteUnknownCalls } from '../output/unknown-calls.ts';
import { connect } from './connect.ts';
import { untilInterrupted } from './until-interrupted.ts';

/**
 * Prints what the phone does; with `follow` again after every event, until the user ends it. That no phone
 * runs, or none is there, is an answer too; the exit code tells it to scripts.
 */
export async function status(context: CommandContext, { follow }: { readonly follow?: true }): CommandResult {
  const { options, signal, terminal } = context;
  const show = (now: PhoneStatus): void =>
    terminal.result(now, () => statusText(terminal, now, new Date().toISOString()));
  const showMissing = (error: MicroSipError): void => {
    show({ phone: 'not-installed', calls: [], sources: [] });
    if (!terminal.json) terminal.note(escapeForTerminal(error.message));
  };
  await using phone = await connect(options).catch((error: unknown) => {
    if (!(error instanceof MicroSipError) || error.code !== 'NOT_INSTALLED') throw error;
    showMissing(error);
    return undefined;
  });
  if (phone === undefined) return exitCode.notFound;
  if (follow) return await followStatus(phone, context, show);

  const now = await phone.status({ signal, timeoutMs: options.timeout });
  const missing = now.phone === 'not-running' ? await missingProgram(phone.installation) : undefined;
  if (missing !== undefined) {
    showMissing(missing);
    return exitCode.notFound;
  }
  show(now);
  noteUnknownCalls(terminal, now);
  return now.phone === 'not-running' ? exitCode.notRunning : undefined;
}

async function followStatus(
  phone: MicroSip,
  { options, signal, terminal }: CommandContext,
  show: (now: PhoneStatus) => void,
): CommandResult {
  using tracker = await phone.track({ signal, timeoutMs: options.timeout });
  let shown = '';
  const showChange = (now: PhoneStatus): void => {
    const text = JSON.stringify(now);
    if (text === shown) return;
    // A blank line tells people where one status ends and the next one begins.
    if (shown !== '' && !terminal.json) terminal.blankLine();
    show(now);
    shown = text;
  };

  showChange(tracker.status);
  noteUnknownCalls(terminal, tracker.status);
  tracker.onDidChange((event) => {
    const ended = event.type === 'call' && event.state === 'ended' ? tracker.call(event.callId) : undefined;
    showChange(withEnded(tracker.status, ended));
  });
  return await untilInterrupted(tracker, { signal });
}

/** A call that ended is shown once more among the calls, with its reason. */
function withEnded(status: PhoneStatus, ended: CallState | undefined): PhoneStatus {
  return ended === undefined ? status : { ...status, calls: [...status.calls, ended] };
}
