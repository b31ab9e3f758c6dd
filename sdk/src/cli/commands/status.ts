import type { PhoneStatus } from '../../events/call-event.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { statusText } from '../output/status-text.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';
import { connect } from './connect.ts';

/**
 * Prints what the phone does; with `follow` again after every event, until the user ends it. That no phone
 * runs, or none is there, is an answer too; the exit code tells it to scripts.
 */
export async function status(
  { options, signal, terminal }: CommandContext,
  { follow }: { readonly follow?: true },
): CommandResult {
  const show = (now: PhoneStatus): void => terminal.result(now, () => statusText(terminal, now));
  await using phone = await connect(options).catch((error: unknown) => {
    if (!(error instanceof MicroSipError) || error.code !== 'NOT_INSTALLED') throw error;
    show({ phone: 'not-installed', calls: [], sources: [] });
    if (!terminal.json) terminal.note(escapeForTerminal(error.message));
    return undefined;
  });
  if (phone === undefined) return exitCode.notFound;
  const limits = { signal, timeoutMs: options.timeout };

  if (!follow) {
    const now = await phone.status(limits);
    show(now);
    return now.phone === 'not-running' ? exitCode.notRunning : undefined;
  }

  // The first event is asked for before the first status, so that no change falls between them.
  const events = phone.events({ signal });
  let next = events.next();
  // What the events fail for, the status fails for before them.
  next.catch(() => undefined);
  let shown = '';
  for (;;) {
    const now = await phone.status(limits);
    const text = JSON.stringify(now);
    if (text !== shown) {
      // A blank line tells people where one status ends and the next one begins.
      if (shown !== '' && !terminal.json) terminal.blankLine();
      show(now);
    }
    shown = text;
    const { done } = await next;
    if (done) return signal.aborted ? exitCode.interrupted : undefined;
    next = events.next();
  }
}
