import type { PhoneAction } from 'microsip-sdk';
import type { CommandId } from 'microsip-sdk/catalogue';

/** How the SDK says what a command of MicroSIP does. */
export interface SdkCall {
  /** Sends exactly the example of the command; what recipes are made of. */
  readonly action: PhoneAction;
  /** A line of TypeScript that does the same; `phone` is a `MicroSip`. */
  readonly line: string;
}

/** Why the kit does not send a command, and what it sends in its place. */
export interface NoSdkCall {
  readonly reason: string;
  readonly instead?: CommandId;
}

/** For each command of MicroSIP the way to say it with the SDK. */
export const sdkCalls: Readonly<Record<CommandId, SdkCall | NoSdkCall>> = {
  'show-window': { action: { type: 'start' }, line: 'await phone.start();' },
  minimized: {
    action: { type: 'start', minimized: true },
    line: 'await phone.start({ minimized: true });',
  },
  hidden: {
    reason: 'The kit does not send it, since newer versions would dial it. It starts MicroSIP in the tray.',
    instead: 'minimized',
  },
  exit: { action: { type: 'exit' }, line: 'await phone.exit();' },
  reset: { reason: 'The kit does not send it: there is no way back from it.' },
  'reset-no-ask': { reason: 'The kit does not send it: there is no way back from it.' },
  answer: { action: { type: 'answer' }, line: 'await phone.answer();' },
  'hangup-all': {
    action: { type: 'hangup', scope: 'talking' },
    line: 'await phone.hangup();',
  },
  'hangup-incoming': { action: { type: 'reject' }, line: 'await phone.reject();' },
  'hangup-calling': {
    action: { type: 'hangup', scope: 'calling' },
    line: "await phone.hangup({ scope: 'calling' });",
  },
  dtmf: {
    action: { type: 'dtmf', digits: '123#' },
    line: "await phone.sendDtmf('123#');",
  },
  transfer: {
    action: { type: 'transfer', target: '102' },
    line: "await phone.transfer('102');",
  },
  account: {
    action: { type: 'account', number: 2 },
    line: 'await phone.switchAccount(2);',
  },
  password: {
    reason:
      'The kit does not send it, since every program on the machine can read a command line. Write the password into the ini while MicroSIP is closed.',
  },
  dial: {
    action: { type: 'dial', target: '4930123456' },
    line: "await phone.dial('4930123456');",
  },
  'msip-minimize': { action: { type: 'minimize' }, line: 'await phone.minimize();' },
  'msip-answer': {
    reason: 'The kit sends the slash command, which starts no phone where none runs.',
    instead: 'answer',
  },
  'msip-hangup-all': {
    reason: 'The kit sends the slash command, which starts no phone where none runs.',
    instead: 'hangup-all',
  },
  'msip-hold': { action: { type: 'hold' }, line: 'await phone.hold();' },
  'msip-transfer': { reason: 'The kit sends the slash command.', instead: 'transfer' },
  'msip-mic-mute': {
    action: { type: 'mute', device: 'microphone', on: true },
    line: "await phone.mute('microphone');",
  },
  'msip-mic-unmute': {
    action: { type: 'mute', device: 'microphone', on: false },
    line: "await phone.mute('microphone', false);",
  },
  'msip-mic-mute-click': {
    reason: 'The kit does not send a toggle, since nothing tells which way it went.',
    instead: 'msip-mic-mute',
  },
  'msip-mic-up': {
    action: { type: 'volume', device: 'microphone', direction: 'up' },
    line: "await phone.setVolume('microphone', 'up');",
  },
  'msip-mic-down': {
    action: { type: 'volume', device: 'microphone', direction: 'down' },
    line: "await phone.setVolume('microphone', 'down');",
  },
  'msip-speaker-mute': {
    action: { type: 'mute', device: 'speaker', on: true },
    line: "await phone.mute('speaker');",
  },
  'msip-speaker-unmute': {
    action: { type: 'mute', device: 'speaker', on: false },
    line: "await phone.mute('speaker', false);",
  },
  'msip-speaker-mute-click': {
    reason: 'The kit does not send a toggle, since nothing tells which way it went.',
    instead: 'msip-speaker-mute',
  },
  'msip-speaker-up': {
    action: { type: 'volume', device: 'speaker', direction: 'up' },
    line: "await phone.setVolume('speaker', 'up');",
  },
  'msip-speaker-down': {
    action: { type: 'volume', device: 'speaker', direction: 'down' },
    line: "await phone.setVolume('speaker', 'down');",
  },
  'msip-text': {
    reason: 'The kit does not send it: it is the plain text with a prefix that changes nothing.',
    instead: 'dial',
  },
};
