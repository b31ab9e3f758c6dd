import type { VerifiedVersion } from '../../catalogue/version.ts';
import type { HistoryRow } from '../phone-effect.ts';
import { activeAccount, type PhoneSettings } from '../phone-settings.ts';
import type { RemoteAddress } from '../sip-address/parse-remote-address.ts';
import { changeCall, emit, type Turn } from '../turn.ts';
import type { PhoneCall } from './phone-call.ts';

/** How a call ended: by the local hang-up, or with the last SIP status. */
export type CallEnding = 'hung-up-here' | { readonly status: number; readonly reason: string };

/** How the other side is shown. */
interface ShownRemote {
  readonly number: string;
  readonly name: string;
}

/**
 * Inserts the row of a call at its first state; `time` is that moment, not the answer's (facts F.1).
 *
 * @param shown without it, as it follows from the address of the other side.
 */
export function logBeginning(turn: Turn, call: PhoneCall, shown?: ShownRemote): void {
  if (call.row !== null) return;
  const row = newRow(turn, call, shown);
  changeCall(turn, call.callId, { row });
  emit(turn, { do: 'historyInsert', row });
}

/** Completes the row of a call; an incoming call that was never answered becomes a missed one (facts F.1). */
export function logEnd(turn: Turn, call: PhoneCall, ending: CallEnding): void {
  const { version } = turn.state;
  // The windows may hear of a caller for the first time when the call is over.
  const begun = call.row ?? newRow(turn, call);
  const until = call.disconnectedAt ?? turn.at;
  const row: HistoryRow = {
    ...begun,
    type: finalType(version, call, begun.type),
    duration: call.confirmedAt === null ? 0 : Math.floor((until - call.confirmedAt) / 1000),
    info: endText(version, call, ending),
  };
  changeCall(turn, call.callId, { row });
  emit(turn, { do: call.row === null ? 'historyInsert' : 'historyUpdate', row });
}

function newRow(
  { at, state }: Turn,
  { callId, direction, remote }: PhoneCall,
  shown?: ShownRemote,
): HistoryRow {
  const { name, number } = shown ?? {
    number: shownNumber(state.settings, remote),
    name: shownName(remote),
  };
  const type = direction === 'outgoing' ? 0 : 1;
  return { callId, number, name, type, time: Math.floor(at / 1000), duration: 0, info: '' };
}

function finalType(version: VerifiedVersion, call: PhoneCall, type: HistoryRow['type']): HistoryRow['type'] {
  if (call.direction === 'outgoing' || call.confirmedAt !== null) return type;
  return call.answeredElsewhere && version === '3.22.16' ? 3 : 2;
}

/** MicroSIP writes these in the language of its windows (facts F.1); the model speaks English. */
function endText(version: VerifiedVersion, call: PhoneCall, ending: CallEnding): string {
  if (ending === 'hung-up-here' || ending.status === 200) return 'Call Ended';
  if (ending.status === 487) {
    return call.answeredElsewhere && version === '3.22.16' ? 'Answered Elsewhere' : 'Canceled';
  }
  const declinedHere = call.direction === 'incoming' && ending.status === 486;
  return declinedHere && version === '3.22.16' ? 'Declined' : ending.reason;
}

/**
 * The number as it is shown: without the domain where that is the account's own, and without the dialling prefix.
 * (The facts say only "as shown"; this is the rule of the ini call log.)
 */
function shownNumber(settings: PhoneSettings, remote: RemoteAddress): string {
  if (remote.user === '') return remote.domain + remote.parameters;
  const account = activeAccount(settings);
  const atHome = remote.parameters === '' && (remote.domain === '' || remote.domain === account?.domain);
  const number = atHome ? remote.user : `${remote.user}@${remote.domain}${remote.parameters}`;
  const prefix = account?.dialingPrefix ?? '';
  return prefix !== '' && number.startsWith(prefix) ? number.slice(prefix.length) : number;
}

/** The display name, else who is left to name; the model has no contacts. */
function shownName(remote: RemoteAddress): string {
  if (remote.name !== '') return remote.name;
  return remote.user === '' ? remote.domain : remote.user;
}
