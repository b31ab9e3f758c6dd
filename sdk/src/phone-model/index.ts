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
export type { HistoryRow, HookEffect, InviteState, OutgoingSip, PhoneEffect } from './phone-effect.ts';
export type { FarEndInput, IncomingCall, PhoneEvent, PhoneInput, UserInput } from './phone-input.ts';
export { callsOf, commandLineContextOf } from './phone-selectors.ts';
export type { PhoneAccount, PhoneSettings } from './phone-settings.ts';
export type { PhoneState } from './phone-state.ts';
export { advance, nextDeadline, startPhone } from './phone.ts';
export type { PhoneAdvanced, PhoneStart, PhoneStarted } from './phone.ts';
export { profileEntriesFrom } from './profile/profile-entries.ts';
export type { ProfileEntry } from './profile/profile-entries.ts';
export type { ReadProfile } from './profile/read-profile.ts';
export { phoneSettingsFrom } from './profile/phone-settings-from.ts';
