import type { PhoneStatus } from '../../events/call-event.ts';
import { callText, registrationText, stateText } from './event-text.ts';
import type { Terminal } from './terminal.ts';

/** A status as aligned lines: the phone, its registration, its calls. */
export function statusText(terminal: Terminal, { phone, calls, registration, sources }: PhoneStatus): string {
  const line = (label: string, state: string, text: string): string =>
    `${terminal.style('dim', label.padEnd('registration'.length))}  ${stateText(terminal, state)}  ${text}`.trimEnd();
  return [
    line(
      'phone',
      phone,
      sources.length === 0 ? '' : terminal.style('dim', `known from: ${sources.join(', ')}`),
    ),
    ...(registration === undefined
      ? []
      : [line('registration', registration.state, registrationText(registration))]),
    ...calls.map((call) => line('call', call.state, callText(call))),
  ].join('\n');
}
