import { effectText } from 'microsip-sdk/explanation';
import type {
  HistoryRow,
  InviteState,
  OutgoingSip,
  PhoneCall,
  PhoneEffect,
  RemoteAddress,
} from 'microsip-sdk/phone-model';

import type { Happening } from './happening.ts';

/** Something that happened, before it has a number and a time. */
export type NewHappening = Omit<Happening, 'id' | 'at'>;

/** Who is on the other side of a call; nothing where the phone no longer knows the call. */
export type FarEndName = (callId: string) => string;

/** The other side of a call as people call it. */
export function nameOf({ domain, name, user }: RemoteAddress): string {
  const number = user === '' ? domain : user;
  return name === '' || name === number ? number : `${name} (${number})`;
}

/** What the phone does, in words; nothing for what only concerns whoever drives the model. */
export function happeningOf(
  effect: PhoneEffect,
  calls: readonly PhoneCall[],
  nameFor: FarEndName,
): NewHappening | undefined {
  switch (effect.do) {
    case 'callState': {
      const text = callStateText(effect, nameFor(effect.callId), directionOf(calls, effect.callId));
      return text === undefined ? undefined : { kind: 'call', text, spoken: true };
    }
    case 'held': {
      const who = effect.by === 'us' ? 'MicroSIP' : 'The far end';
      const deed = effect.held ? 'puts the call on hold' : 'takes the call back from hold';
      return { kind: 'call', text: `${who} ${deed}: ${nameFor(effect.callId)}.`, spoken: true };
    }
    case 'send':
      return { kind: 'sip', text: `${sipText(effect.message)}.`, spoken: false };
    case 'hook':
      return {
        kind: 'hook',
        text: `${effect.key} starts ${effect.file} ${effect.params}`,
        spoken: false,
      };
    case 'registered':
      return {
        kind: 'phone',
        text:
          effect.status === 200
            ? `Account ${String(effect.accountId)} is registered.`
            : `The registrar refuses account ${String(effect.accountId)}: ${String(effect.status)}.`,
        spoken: true,
      };
    case 'unregistered':
      return {
        kind: 'phone',
        text: `Account ${String(effect.accountId)} is no longer registered.`,
        spoken: false,
      };
    case 'historyInsert':
      return { kind: 'phone', text: historyText('gets', effect.row), spoken: false };
    case 'historyUpdate':
      return { kind: 'phone', text: historyText('corrects', effect.row), spoken: false };
    case 'modal':
      return { kind: 'phone', text: `A message box waits for a person: “${effect.text}”.`, spoken: true };
    case 'balloon':
      return { kind: 'phone', text: `A balloon at the tray icon says “${effect.text}”.`, spoken: true };
    case 'openWebSite':
      return { kind: 'phone', text: 'The build is too old: a web page opens, nothing starts.', spoken: true };
    case 'exit':
      return { kind: 'phone', text: 'MicroSIP has ended.', spoken: true };
    case 'senderReleased':
      return {
        kind: 'phone',
        text: 'The second microsip.exe has handed its text over and ends, with 0.',
        spoken: false,
      };
    // The message box that follows says it.
    case 'error':
    case 'dialedWrite':
    case 'settingsSave':
      return undefined;
    default:
      return { kind: 'phone', text: effectText(effect), spoken: true };
  }
}

function directionOf(calls: readonly PhoneCall[], callId: string): 'outgoing' | 'incoming' {
  return calls.find((call) => call.callId === callId)?.direction ?? 'incoming';
}

/** A call entered a state. */
interface EnteredState {
  readonly state: InviteState;
  readonly status: number;
  readonly reason: string;
  readonly answeredElsewhere?: true;
}

function callStateText(
  { answeredElsewhere, reason, state, status }: EnteredState,
  name: string,
  direction: 'outgoing' | 'incoming',
): string | undefined {
  switch (state) {
    case 'CALLING':
      return `A call to ${name} begins.`;
    case 'INCOMING':
      return `A call from ${name} comes in.`;
    case 'EARLY':
      return direction === 'outgoing' ? `It rings at ${name}.` : `The call from ${name} rings here.`;
    case 'CONNECTING':
      return undefined;
    case 'CONFIRMED':
      return direction === 'outgoing'
        ? `${name} has answered.`
        : `The call from ${name} is answered by MicroSIP.`;
    case 'DISCONNECTED': {
      const why = answeredElsewhere === true ? 'another phone answered it' : `${String(status)} ${reason}`;
      return `The call with ${name} is over: ${why.trim()}.`;
    }
  }
}

/** What a message of the phone says. */
function sipText(message: OutgoingSip): string {
  switch (message.method) {
    case 'INVITE':
      return `INVITE to ${message.uri}`;
    case 'CANCEL':
      return 'CANCEL of the call that is not answered yet';
    case 'BYE':
      return 'BYE';
    case 'RE-INVITE':
      return message.hold ? 'INVITE that puts the far end on hold' : 'INVITE that takes the call back';
    case 'REFER':
      return `REFER to ${message.target}`;
    case 'DTMF':
      return `The digits ${message.digits}, ${digitWays[message.by]}`;
    case 'MESSAGE':
      return `MESSAGE to ${message.uri}: “${message.text}”`;
    case 'RESPONSE':
      return `Answer ${String(message.status)}${message.contact === undefined ? '' : ` to ${message.contact}`}`;
  }
}

const digitWays: Readonly<Record<'rfc2833' | 'in-band' | 'info', string>> = {
  rfc2833: 'as RFC 2833 events',
  'in-band': 'as sound',
  info: 'as SIP INFO',
};

const rowTypes: Readonly<Record<HistoryRow['type'], string>> = {
  0: 'outgoing',
  1: 'incoming',
  2: 'missed',
  3: 'answered elsewhere',
};

function historyText(verb: string, { duration, info, number, type }: HistoryRow): string {
  const details = [rowTypes[type], ...(duration > 0 ? [`${String(duration)} s`] : []), info].filter(Boolean);
  return `The call history ${verb} a line: ${number} (${details.join(', ')}).`;
}
