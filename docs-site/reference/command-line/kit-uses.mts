import type { PhoneAction } from 'microsip-sdk';
import type { CommandId } from 'microsip-sdk/catalogue';

/** How the kit says what a command of MicroSIP does. */
export interface KitUse {
  /** Sends exactly the example of the command; what recipes are made of. */
  readonly action: PhoneAction;
  /** A line of TypeScript that does the same; `phone` is a `MicroSip`. */
  readonly sdk: string;
  /** A line of a shell that does the same. */
  readonly kit: string;
}

/** Why the kit does not send a command, and what it sends in its place. */
export interface NoKitUse {
  readonly reason: string;
  readonly instead?: CommandId;
}

/** For each command of MicroSIP the way to say it with the kit. */
export const kitUses: Readonly<Record<CommandId, KitUse | NoKitUse>> = {
  'show-window': { action: { type: 'start' }, sdk: 'await phone.start();', kit: 'microsip start' },
  minimized: {
    action: { type: 'start', minimized: true },
    sdk: 'await phone.start({ minimized: true });',
    kit: 'microsip start --minimized',
  },
  hidden: {
    reason: 'The kit does not send it, since newer versions would dial it. It starts MicroSIP in the tray.',
    instead: 'minimized',
  },
  exit: { action: { type: 'exit' }, sdk: 'await phone.exit();', kit: 'microsip exit' },
  reset: { reason: 'The kit does not send it: there is no way back from it.' },
  'reset-no-ask': { reason: 'The kit does not send it: there is no way back from it.' },
  answer: { action: { type: 'answer' }, sdk: 'await phone.answer();', kit: 'microsip answer' },
  'hangup-all': {
    action: { type: 'hangup', scope: 'talking' },
    sdk: 'await phone.hangup();',
    kit: 'microsip hangup',
  },
  'hangup-incoming': { action: { type: 'reject' }, sdk: 'await phone.reject();', kit: 'microsip reject' },
  'hangup-calling': {
    action: { type: 'hangup', scope: 'calling' },
    sdk: "await phone.hangup({ scope: 'calling' });",
    kit: 'microsip hangup --scope calling',
  },
  dtmf: {
    action: { type: 'dtmf', digits: '123#' },
    sdk: "await phone.sendDtmf('123#');",
    kit: 'microsip dtmf "123#"',
  },
  transfer: {
    action: { type: 'transfer', target: '102' },
    sdk: "await phone.transfer('102');",
    kit: 'microsip transfer 102',
  },
  account: {
    action: { type: 'account', number: 2 },
    sdk: 'await phone.switchAccount(2);',
    kit: 'microsip account 2',
  },
  password: {
    reason:
      'The kit does not send it, since every program on the machine can read a command line. It writes the password into the ini while MicroSIP is closed: `microsip settings set`.',
  },
  dial: {
    action: { type: 'dial', target: '4930123456' },
    sdk: "await phone.dial('4930123456');",
    kit: 'microsip dial 4930123456',
  },
  'msip-minimize': { action: { type: 'minimize' }, sdk: 'await phone.minimize();', kit: 'microsip minimize' },
  'msip-answer': {
    reason: 'The kit sends the slash command, which starts no phone where none runs.',
    instead: 'answer',
  },
  'msip-hangup-all': {
    reason: 'The kit sends the slash command, which starts no phone where none runs.',
    instead: 'hangup-all',
  },
  'msip-hold': { action: { type: 'hold' }, sdk: 'await phone.hold();', kit: 'microsip hold' },
  'msip-transfer': { reason: 'The kit sends the slash command.', instead: 'transfer' },
  'msip-mic-mute': {
    action: { type: 'mute', device: 'microphone', on: true },
    sdk: "await phone.mute('microphone');",
    kit: 'microsip mute mic',
  },
  'msip-mic-unmute': {
    action: { type: 'mute', device: 'microphone', on: false },
    sdk: "await phone.mute('microphone', false);",
    kit: 'microsip mute mic --off',
  },
  'msip-mic-mute-click': {
    reason: 'The kit does not send a toggle, since nothing tells which way it went.',
    instead: 'msip-mic-mute',
  },
  'msip-mic-up': {
    action: { type: 'volume', device: 'microphone', direction: 'up' },
    sdk: "await phone.setVolume('microphone', 'up');",
    kit: 'microsip volume mic up',
  },
  'msip-mic-down': {
    action: { type: 'volume', device: 'microphone', direction: 'down' },
    sdk: "await phone.setVolume('microphone', 'down');",
    kit: 'microsip volume mic down',
  },
  'msip-speaker-mute': {
    action: { type: 'mute', device: 'speaker', on: true },
    sdk: "await phone.mute('speaker');",
    kit: 'microsip mute speaker',
  },
  'msip-speaker-unmute': {
    action: { type: 'mute', device: 'speaker', on: false },
    sdk: "await phone.mute('speaker', false);",
    kit: 'microsip mute speaker --off',
  },
  'msip-speaker-mute-click': {
    reason: 'The kit does not send a toggle, since nothing tells which way it went.',
    instead: 'msip-speaker-mute',
  },
  'msip-speaker-up': {
    action: { type: 'volume', device: 'speaker', direction: 'up' },
    sdk: "await phone.setVolume('speaker', 'up');",
    kit: 'microsip volume speaker up',
  },
  'msip-speaker-down': {
    action: { type: 'volume', device: 'speaker', direction: 'down' },
    sdk: "await phone.setVolume('speaker', 'down');",
    kit: 'microsip volume speaker down',
  },
  'msip-text': {
    reason: 'The kit does not send it: it is the plain text with a prefix that changes nothing.',
    instead: 'dial',
  },
};
