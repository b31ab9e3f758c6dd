import type { MicroSipEvent } from '../../events/call-event.ts';
import { statusEvents } from '../../events/status-events.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { eventText } from '../output/event-text.ts';
import { connect } from './connect.ts';

/** Prints what is so now as events; with `follow` then every event that comes, until the user ends it. */
export async function events(
  { options, signal, terminal }: CommandContext,
  { follow }: { readonly follow?: true },
): CommandResult {
  await using phone = await connect(options);
  const show = (event: MicroSipEvent): void => terminal.result(event, () => eventText(terminal, event));

  // The first event is asked for before the status, so that none falls between them.
  const coming = follow ? phone.events({ signal }) : undefined;
  const first = coming?.next();
  // What the events fail for, the status fails for before them.
  first?.catch(() => undefined);
  const now = await phone.status({ signal, timeoutMs: options.timeout });
  for (const event of statusEvents(now, new Date().toISOString())) show(event);
  if (coming === undefined || first === undefined) {
    return now.phone === 'not-running' ? exitCode.notRunning : undefined;
  }
  for (let next = await first; !next.done; next = await coming.next()) show(next.value);
  return signal.aborted ? exitCode.interrupted : undefined;
}
