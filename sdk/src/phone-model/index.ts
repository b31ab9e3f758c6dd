export type { PhoneCall } from './call/phone-call.ts';
export { planFarEnd, planIncomingCalls, reactionOf } from './far-end.ts';
export type {
  FarEndAct,
  FarEndRule,
  FarEndScript,
  FarEndStep,
  ScriptedIncomingCall,
  TimedFarEndEvent,
} from './far-end.ts';
export type {
  HistoryRow,
  HookEffect,
  HookKey,
  InviteState,
  OutgoingSip,
  PhoneEffect,
} from './phone-effect.ts';
export type { FarEndInput, IncomingCall, PhoneEvent, PhoneInput, UserInput } from './phone-input.ts';
export { callsOf, commandLineContextOf } from './phone-selectors.ts';
export { phoneSettingsFrom } from './phone-settings.ts';
export type { PhoneAccount, PhoneSettings, ReadProfile } from './phone-settings.ts';
export type { PhoneState } from './phone-state.ts';
export { advance, nextDeadline, startPhone } from './phone.ts';
export type { PhoneAdvanced, PhoneStart, PhoneStarted } from './phone.ts';
export { profileEntriesFrom } from './profile/profile-entries.ts';
export type { ProfileEntry } from './profile/profile-entries.ts';
