import { newIn3216, newIn3223 } from '../availability.ts';
import { source, trap } from '../provenance.ts';
import { describeSettings } from './describe-setting.ts';

const loading = source('D.5', 'settings.cpp: SettingsLoad', 'settings.cpp: SettingsSave');
const behaviour = source('G');

/** Keys of `[Settings]` about what happens to incoming calls. */
export const incomingSettings = describeSettings(
  { section: 'Settings', group: 'incoming', read: 'start', sources: [loading, behaviour] },
  [
    {
      key: 'autoAnswer',
      type: {
        kind: 'enumeration',
        values: [
          { value: '', meaning: 'Off.' },
          { value: 'button', meaning: 'As the AA button (`AA`) says.' },
          {
            value: 'header',
            meaning:
              'Only when the INVITE asks for it: `X-AUTOANSWER` with `true` or `1`, or `Call-Info` with `auto answer` or `answer-after=N`, whose N seconds replace the delay.',
          },
          { value: 'all', meaning: 'Always.' },
        ],
      },
      default: 'button',
      meaning: 'Which incoming calls are answered automatically.',
      traps: [
        trap('G', 'Only while there is no other call, unless `autoAnswerCalls` says otherwise.'),
        trap(
          'G',
          'Phones that can call each other and all answer automatically occupy each other; `header` or `autoAnswerNumber` limits that.',
          { basis: 'inferred' },
        ),
      ],
      sources: [loading, source('G', 'on_incoming_call', 'onIncomingCall')],
    },
    {
      key: 'autoAnswerDelay',
      type: { kind: 'integer', minimum: 0, unit: 's' },
      default: '0',
      meaning: 'Seconds of ringing before an automatic answer.',
      traps: [
        trap('G', 'There is one timer: while it runs for one call, a second is not answered after a delay.'),
      ],
    },
    {
      key: 'autoAnswerNumber',
      type: { kind: 'list', separator: ';' },
      default: '',
      meaning:
        'Only these callers are answered automatically; compared with the user part of their address. Separated by `;` or `|`, with the wildcards `*`, `?` and `^`.',
      differences: [{ versions: ['3.20.5'], text: 'One exact value, no list and no wildcards.' }],
      sources: [loading, source('G', 'CMask')],
    },
    {
      key: 'autoAnswerCalls',
      type: {
        kind: 'enumeration',
        values: [
          { value: '', meaning: 'Only without another call.' },
          { value: 'hold', meaning: 'Also beside a call on hold.', basis: 'inferred' },
          { value: 'all', meaning: 'Beside any call.', basis: 'inferred' },
        ],
      },
      meaning: 'Whether calls are answered automatically beside others.',
      availability: newIn3223,
    },
    {
      key: 'denyIncoming',
      type: {
        kind: 'enumeration',
        values: [
          { value: '', meaning: 'None.' },
          { value: 'button', meaning: 'As the DND button (`DND`) says.' },
          { value: 'user', meaning: 'Those for another user.', basis: 'inferred' },
          { value: 'domain', meaning: 'Those for another domain.', basis: 'inferred' },
          { value: 'userdomain', meaning: 'Those for another user or another domain.', basis: 'inferred' },
          { value: 'remotedomain', meaning: 'Those from another domain.', basis: 'inferred' },
          { value: 'all', meaning: 'All.' },
        ],
      },
      default: 'button',
      meaning: 'Which incoming calls are refused with 486.',
      differences: [
        { versions: ['3.20.5'], text: 'Some values have other names, `rdomain` and `address` among them.' },
      ],
    },
    {
      key: 'DND',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Do not disturb: the state of the button, which counts with `denyIncoming=button`.',
      traps: [trap('A.10', 'No command line turns it on or off.')],
    },
    {
      key: 'AA',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Automatic answer: the state of the button, which counts with `autoAnswer=button`.',
      traps: [trap('A.10', 'No command line turns it on or off.')],
    },
    {
      key: 'AC',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'The state of the AC button.',
      basis: 'inferred',
    },
    {
      key: 'FWD',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Forwarding: the state of the button, which counts with `forwarding=button`.',
      availability: newIn3216,
    },
    {
      key: 'forwarding',
      type: {
        kind: 'enumeration',
        values: [
          { value: '', meaning: 'None.' },
          { value: 'button', meaning: 'As the FWD button (`FWD`) says.' },
          { value: 'all', meaning: 'All.' },
        ],
      },
      meaning: 'Which incoming calls are forwarded, by a 302 answer with Contact and Diversion.',
      availability: newIn3216,
    },
    {
      key: 'forwardingNumber',
      type: { kind: 'text' },
      meaning: 'Where calls are forwarded to.',
      availability: newIn3216,
    },
    {
      key: 'forwardingDelay',
      type: { kind: 'integer', minimum: 0, unit: 's' },
      meaning: 'Seconds before a call is forwarded.',
      basis: 'inferred',
      availability: newIn3216,
      traps: [trap('G', 'There is one timer for delayed forwarding.')],
    },
    {
      key: 'callWaiting',
      type: { kind: 'boolean' },
      default: '1',
      meaning: 'With 0, a call that arrives during any other is refused with 486.',
    },
    {
      key: 'maxConcurrentCalls',
      type: { kind: 'integer', minimum: 0, unit: 'calls' },
      default: '0',
      meaning:
        'A new incoming call is refused with 486 when there are more live calls than this, both directions and the new one counted; 0 for no limit.',
      differences: [{ versions: ['3.22.16'], text: 'Calls being hung up are no longer counted.' }],
      traps: [trap('G', 'Outgoing calls are never limited.')],
    },
    {
      key: 'autoHangUpTime',
      type: { kind: 'integer', minimum: 0, unit: 's' },
      default: '0',
      meaning: 'Seconds after the answer at which a call is hung up, whoever called; 0 for never.',
      traps: [trap('G', 'The BYE carries a Warning header (399).')],
    },
    {
      key: 'disableMessaging',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Turns chat messages off.',
      basis: 'inferred',
    },
    {
      key: 'disableNameLookup',
      type: { kind: 'boolean' },
      default: '0',
      meaning: 'Callers are not looked up among the contacts.',
      availability: newIn3223,
      basis: 'inferred',
    },
  ],
);
