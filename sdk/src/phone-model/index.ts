/**
 * MicroSIP's outward behaviour as pure functions: how a command line is read, what calls do, which hooks run with which
 * argument. It has no clock and no files of its own, and runs in a browser.
 *
 * @module microsip-sdk/phone-model
 */
export type { PhoneCall } from './call/phone-call.ts';
export type { AudioDevice, ChatMessage, CommandEffect, DialledCall } from './command-effect.ts';
export { exampleContext } from './command-line/command-line-context.ts';
export type { CommandLineContext, DiallingAccount } from './command-line/command-line-context.ts';
export { interpretParked } from './command-line/dial-number.ts';
export { interpretCommandLine } from './command-line/interpret-command-line.ts';
export { interpretPassedOn } from './command-line/running-instance.ts';
export { startingProcess } from './command-line/starting-process.ts';
export type { StartingProcessOutcome } from './command-line/starting-process.ts';
export { farEndInput, planFarEnd, planIncomingCalls, reactionOf } from './far-end.ts';
export type {
  FarEndAct,
  FarEndRule,
  FarEndScript,
  FarEndStep,
  ScriptedIncomingCall,
  TimedFarEndEvent,
} from './far-end.ts';
export { hookCommand, ownExecutable } from './hook-command/hook-command.ts';
export type { HookCommand } from './hook-command/hook-command.ts';
export { applyDialPlan } from './number-format/dial-plan.ts';
export type {
  HistoryRow,
  HookEffect,
  InviteState,
  OutgoingSip,
  PhoneEffect,
  PhoneThread,
} from './phone-effect.ts';
export type {
  CommandLineInput,
  FarEndInput,
  IncomingCall,
  PhoneEvent,
  PhoneInput,
  ToggleButton,
  UserInput,
} from './phone-input.ts';
export { callsOf, commandLineContextOf, startingContext } from './phone-selectors.ts';
export type { AutoAnswerMode, DenyIncomingMode, PhoneAccount, PhoneSettings } from './phone-settings.ts';
export type { CallTimer, DeviceState, MessageBox, PhoneState, Registration } from './phone-state.ts';
export { advance, nextDeadline, startPhone } from './phone.ts';
export type { PhoneAdvanced, PhoneStart, PhoneStarted } from './phone.ts';
export { phoneSettingsFrom } from './profile/phone-settings-from.ts';
export { profileEntriesFrom } from './profile/profile-entries.ts';
export type { ProfileEntry } from './profile/profile-entries.ts';
export type { ReadProfile } from './profile/read-profile.ts';
export { callerHeader } from './sip-address/caller-header.ts';
export { callerIdentity, hookArgument } from './sip-address/caller-identity.ts';
export type { IncomingIdentity } from './sip-address/caller-identity.ts';
export { parseRemoteAddress, printRemoteAddress } from './sip-address/parse-remote-address.ts';
export type { RemoteAddress } from './sip-address/parse-remote-address.ts';
export type { InterfaceStep } from './threads/interface-step.ts';
export type { SipStep } from './threads/sip-step.ts';
export type { Thread } from './threads/thread.ts';
