import { availability, everyVersion, newIn3216 } from './availability.ts';
import type { HookEntry, HookKey } from './hook.ts';
import { source, trap } from './provenance.ts';

const noPlaceholders = availability(['no', 'no', 'no', 'no']);
const loading = source('C.1', 'settings.cpp: SettingsLoad');
const callState = source('C.1', 'mainDlg.cpp: on_call_state', 'mainDlg.cpp: onCallState');
const incoming = source('C.1', 'mainDlg.cpp: on_incoming_call', 'mainDlg.cpp: onIncomingCall');
const callEnd = source('C.1', 'MessagesDlg.cpp: OnEndCall');

const oneEndPerCall = trap(
  'C.1',
  '`cmdCallEnd` and `cmdCallBusy` exclude each other: exactly one of them fires for a finished call that had a tab.',
);

const silent481 = trap('C.1', 'A call whose last status is 481 ends without any hook.');

const staleTab = trap('C.1', 'The tab of a call whose last status is 481 stays as it was.', {
  basis: 'inferred',
});

/** Every event hook of MicroSIP. What holds for all of them stands in the topics about hooks. */
export const hooks: readonly HookEntry[] = [
  {
    key: 'cmdOutgoingCall',
    title: 'An outgoing call starts',
    when: 'The INVITE was sent: state CALLING.',
    direction: 'outgoing',
    blocks: 'interface',
    argument: 'user',
    placeholders: newIn3216,
    availability: everyVersion,
    differences: [
      { versions: ['3.20.5'], text: 'Placeholders in the value are not replaced.' },
      {
        versions: ['3.21.6', '3.22.3', '3.22.16'],
        text: 'Placeholders such as `{callerid}` in the value are replaced, in this key only. The user part is still appended.',
      },
    ],
    traps: [trap('C.2', '`{password}` puts the SIP password, in the clear, on a command line.')],
    basis: 'verified',
    sources: [loading, callState, source('C.2', 'global.cpp: URLMask')],
  },
  {
    key: 'cmdIncomingCall',
    title: 'An INVITE arrived',
    when: 'An INVITE came in, before any check for do-not-disturb, busy, duplicates, denial and forwarding; so for calls that will be refused, too.',
    direction: 'incoming',
    blocks: 'sip',
    argument: 'user',
    placeholders: noPlaceholders,
    availability: everyVersion,
    differences: [],
    traps: [
      trap(
        'C.1',
        'It runs on a worker thread of the SIP stack that holds the lock of the call: SIP handling stalls for up to 10 s.',
      ),
      trap(
        'K.12',
        'A call refused before it rings (do-not-disturb, denied, call waiting off, too many calls, duplicate) fires this hook and then no end.',
        { versions: ['3.21.6', '3.22.16'] },
      ),
      trap('K.12', 'A call refused before it rings fires this hook and then `cmdCallBusy`.', {
        versions: ['3.20.5'],
      }),
    ],
    basis: 'verified',
    sources: [loading, incoming],
  },
  {
    key: 'cmdCallRing',
    title: 'An incoming call rings',
    when: '180 was sent and the ring dialog is prepared. Not for calls forwarded, refused or answered automatically at once; with a delayed automatic answer it fires.',
    direction: 'incoming',
    blocks: 'interface',
    argument: 'user',
    placeholders: noPlaceholders,
    availability: everyVersion,
    differences: [],
    traps: [trap('C.1', 'There is no such hook for an outgoing call that rings at the far end.')],
    basis: 'verified',
    sources: [loading, incoming],
  },
  {
    key: 'cmdCallAnswer',
    title: 'An incoming call was answered',
    when: 'State CONFIRMED of an incoming call.',
    direction: 'incoming',
    blocks: 'interface',
    argument: 'user',
    placeholders: noPlaceholders,
    availability: everyVersion,
    differences: [],
    traps: [],
    basis: 'verified',
    sources: [loading, callState],
  },
  {
    key: 'cmdCallAnswerVideo',
    title: 'An incoming call with video was answered',
    when: 'State CONFIRMED of an incoming call whose remote side offers video; after `cmdCallAnswer`.',
    direction: 'incoming',
    blocks: 'interface',
    argument: 'user',
    placeholders: noPlaceholders,
    availability: newIn3216,
    differences: [],
    traps: [],
    basis: 'verified',
    sources: [loading, callState],
  },
  {
    key: 'cmdCallStart',
    title: 'A call was answered, whoever called',
    when: 'State CONFIRMED, after `cmdCallAnswer` and `cmdCallAnswerVideo`.',
    direction: 'both',
    blocks: 'interface',
    argument: 'user',
    placeholders: noPlaceholders,
    availability: everyVersion,
    differences: [],
    traps: [
      trap(
        'C.1',
        'A very short call can be over before its hook runs: events wait for the hooks before them.',
      ),
      trap(
        'L',
        'Answered does not mean a human: voicemail and spam filters of the network answer with 200 OK as well.',
        { basis: 'field' },
      ),
    ],
    basis: 'verified',
    sources: [loading, callState],
  },
  {
    key: 'cmdCallBusy',
    title: 'A call ended busy or declined',
    when: 'State DISCONNECTED with last status 486, 600 or 603.',
    direction: 'both',
    blocks: 'interface',
    argument: 'user-or-domain',
    placeholders: noPlaceholders,
    availability: everyVersion,
    differences: [{ versions: ['3.20.5'], text: 'Fires (486) for calls refused before they rang, as well.' }],
    traps: [
      trap(
        'K.10',
        'It fires when the user declines a ringing call (486), just as when the remote side is busy or declines.',
      ),
      oneEndPerCall,
      silent481,
    ],
    basis: 'verified',
    sources: [loading, callState, callEnd],
  },
  {
    key: 'cmdCallEnd',
    title: 'A call ended in any other way',
    when: 'Every other end: normal hang-up, cancelled or missed (487), 404, 408, 480, 5xx, local hang-up.',
    direction: 'both',
    blocks: 'interface',
    argument: 'user-or-domain',
    placeholders: noPlaceholders,
    availability: everyVersion,
    differences: [],
    traps: [
      trap(
        'K.10',
        'It fires for unanswered calls too; there is no "missed" event. Ask whether `cmdCallStart` was seen.',
      ),
      trap(
        'C.1',
        'A local hang-up runs it at once, before the BYE is done, only once, and never `cmdCallBusy`: the call is not disconnected yet.',
      ),
      oneEndPerCall,
      silent481,
      staleTab,
    ],
    basis: 'verified',
    sources: [loading, callState, callEnd],
  },
];

const byKey = new Map<string, HookEntry>(hooks.map((hook) => [hook.key, hook]));

/**
 * The catalogue's entry of an event hook.
 *
 * @param key - the ini key
 * @throws RangeError when there is no such hook
 * @example
 * ```ts
 * hookNamed('cmdIncomingCall').blocks; // 'sip'
 * ```
 */
export function hookNamed(key: HookKey): HookEntry {
  const hook = byKey.get(key);
  if (hook === undefined) throw new RangeError(`The catalogue has no hook "${key}".`);
  return hook;
}
