import type { CallState, PhoneStatus } from '../../events/call-event.ts';
import { callText, registrationText, stateText } from './event-text.ts';
import type { Terminal } from './terminal.ts';

/**
 * A status as aligned lines: the phone, its registration, its calls and how long they have lasted; without a call, the
 * last one.
 *
 * @param now - ISO 8601 time
 */
export function statusText(
  terminal: Terminal,
  { phone, calls, lastCall, registration, sources }: PhoneStatus,
  now: string,
): string {
  const line = (label: string, state: string, text: string): string =>
    `${terminal.style('dim', label.padEnd('registration'.length))}  ${stateText(terminal, state)}  ${text}`.trimEnd();
  const callLine = (label: string, call: CallState): string =>
    line(label, call.state, `${callText(call)}${terminal.style('dim', timeText(call, now))}`);
  return [
    line(
      'phone',
      phone,
      sources.length === 0 ? '' : terminal.style('dim', `known from: ${sources.join(', ')}`),
    ),
    ...(registration === undefined
      ? []
      : [line('registration', registration.state, registrationText(registration))]),
    ...calls.map((call) => callLine('call', call)),
    ...(calls.length > 0 || lastCall === undefined ? [] : [callLine('last call', lastCall)]),
  ].join('\n');
}

/** How long a call has lasted, since its answer once it is answered; of one that ended, how long it was talked on, and when it ended. */
function timeText({ answeredAt, endedAt, since, state }: CallState, now: string): string {
  if (state !== 'ended') return `, ${duration(answeredAt ?? since, now)}`;
  const talked =
    answeredAt === undefined || endedAt === undefined ? '' : `, ${duration(answeredAt, endedAt)} talked`;
  return endedAt === undefined ? talked : `${talked}, ${duration(endedAt, now)} ago`;
}

function duration(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const digits = (value: number): string => String(value).padStart(2, '0');
  const [first, ...rest] = hours > 0 ? [hours, minutes, seconds % 60] : [minutes, seconds % 60];
  return [String(first), ...rest.map(digits)].join(':');
}
