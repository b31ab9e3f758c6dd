import type { PhoneAction } from '../../../sdk/src/action/phone-action.ts';

/** Every action, in every variant. */
export const everyAction: readonly PhoneAction[] = [
  { type: 'dial', target: '+1 (415) 555-2671' },
  { type: 'dial', target: 'bob' },
  { type: 'dial', target: 'sip:bob@example.com:5080' },
  { type: 'hangup' },
  { type: 'hangup', scope: 'all' },
  { type: 'hangup', scope: 'talking' },
  { type: 'hangup', scope: 'calling' },
  { type: 'hangup', scope: 'incoming' },
  { type: 'answer' },
  { type: 'reject' },
  { type: 'transfer', target: '102' },
  { type: 'transfer', target: 'sip:o.neil@example.com' },
  { type: 'dtmf', digits: '12ab*' },
  { type: 'hold' },
  { type: 'mute', device: 'microphone', on: true },
  { type: 'mute', device: 'speaker', on: false },
  { type: 'volume', device: 'speaker', direction: 'up' },
  { type: 'account', number: 2 },
  { type: 'start' },
  { type: 'start', minimized: true },
  { type: 'minimize' },
  { type: 'exit' },
];
