import type { MicroSipEvent } from '../../events/call-event.ts';
import { statusEvents } from '../../events/status-events.ts';
import type { MicroSip } from '../../microsip.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { DatedEvents } from '../output/dated-events.ts';
import { eventText } from '../output/event-text.ts';
import { noteUnknownCalls } from '../output/unknown-calls.ts';
import { connect } from './connect.ts';
import { untilInterrupted } from './until-interrupted.ts';

/** What of the past and of the future is wanted. */
export interface EventsFlags {
  readonly follow?: true;
  readonly since?: Date;
}

/**
 * Prints what is so now as events, or what happened since a time; with `follow` then every event that comes, until the
 * user ends it.
 */
export async function events(context: CommandContext, { follow, since }: EventsFlags): CommandResult {
  const { options, signal, terminal } = context;
  await using phone = await connect(options);
  if (since !== undefined) {
    const dated = new DatedEvents(terminal);
    for await (const event of phone.events({ signal, since, follow: follow === true })) dated.print(event);
    return signal.aborted ? exitCode.interrupted : undefined;
  }

  const show = (event: MicroSipEvent): void => terminal.result(event, () => eventText(terminal, event));
  if (follow) return await followEvents(phone, context, show);
  const now = await phone.status({ signal, timeoutMs: options.timeout });
  for (const event of statusEvents(now, new Date().toISOString())) show(event);
  noteUnknownCalls(terminal, now);
  return now.phone === 'not-running' ? exitCode.notRunning : undefined;
}

async function followEvents(
  phone: MicroSip,
  { options, signal, terminal }: CommandContext,
  show: (event: MicroSipEvent) => void,
): CommandResult {
  using tracker = await phone.track({ signal, timeoutMs: options.timeout });
  for (const event of statusEvents(tracker.status, new Date().toISOString())) show(event);
  noteUnknownCalls(terminal, tracker.status);
  tracker.onDidChange(show);
  return await untilInterrupted(tracker, { signal });
}
