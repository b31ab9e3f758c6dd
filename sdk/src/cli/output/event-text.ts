import type {
  CallEvent,
  CallState,
  CallTransfer,
  MicroSipEvent,
  RegistrationEvent,
} from '../../events/call-event.ts';
import { escapeForTerminal } from './terminal-text.ts';
import type { TextStyle, Terminal } from './terminal.ts';

const styles: Readonly<Record<string, TextStyle>> = {
  calling: 'cyan',
  ringing: 'cyan',
  incoming: 'cyan',
  active: 'green',
  registered: 'green',
  idle: 'green',
  held: 'yellow',
  unregistered: 'yellow',
  refused: 'red',
};

/** An event on one line: time, state, and what else is known. */
export function eventText(terminal: Terminal, event: MicroSipEvent): string {
  return [terminal.style('dim', clockTime(event.at)), stateText(terminal, event.state), subjectText(event)]
    .join('  ')
    .trimEnd();
}

/** A state in its colour, as wide as the longest one. */
export function stateText(terminal: Terminal, state: string): string {
  const padded = state.padEnd('unregistered'.length);
  const style = styles[state];
  return style === undefined ? padded : terminal.style(style, padded);
}

/** Who a call is with, who holds it, where it is transferred to, why it ended and by whom. */
export function callText(call: CallEvent | CallState): string {
  const party = call.name ?? call.number ?? call.uri ?? 'somebody unknown';
  const number = call.name === undefined || call.number === undefined ? '' : ` (${call.number})`;
  const details = [
    call.reason,
    call.endedBy === undefined ? undefined : sides[call.endedBy],
    call.heldBy === undefined ? undefined : sides[call.heldBy],
    call.transfer === undefined ? undefined : transferText(call.transfer),
    call.status === undefined ? undefined : `SIP ${call.status}`,
  ]
    .filter((detail) => detail !== undefined)
    .join(', ');
  const direction = call.direction === 'outgoing' ? 'to' : 'from';
  return escapeForTerminal(`${direction} ${party}${number}${details === '' ? '' : `: ${details}`}`);
}

const sides = {
  local: 'by this phone',
  remote: 'by the other side',
  both: 'by both sides',
} as const satisfies Record<NonNullable<CallEvent['heldBy']>, string>;

function transferText({ by, status, target }: CallTransfer): string {
  const transfer = `${by === 'local' ? 'transfer' : 'asked to transfer'} to ${target ?? 'somebody unknown'}`;
  return status === undefined ? transfer : `${transfer} (SIP ${status})`;
}

/** Which account, and with what answer. */
export function registrationText({ account, status }: Pick<RegistrationEvent, 'account' | 'status'>): string {
  return escapeForTerminal(
    [account, status === undefined ? undefined : `(SIP ${status})`]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

function subjectText(event: MicroSipEvent): string {
  switch (event.type) {
    case 'call':
      return callText(event);
    case 'registration':
      return registrationText(event);
    case 'phone':
      return 'the phone';
  }
}

/** The time of day here, to the tenth of a second. */
function clockTime(at: string): string {
  const time = new Date(at);
  const digits = (value: number, length = 2): string => String(value).padStart(length, '0');
  const seconds = `${digits(time.getSeconds())}.${Math.floor(time.getMilliseconds() / 100)}`;
  return `${digits(time.getHours())}:${digits(time.getMinutes())}:${seconds}`;
}
