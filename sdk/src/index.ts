/**
 * Typed control of MicroSIP, the Windows SIP softphone. {@link MicroSip} is where to begin.
 *
 * @module microsip-sdk
 */
export { planAction } from './action/plan-action.ts';
export type { ActionPlan } from './action/plan-action.ts';
export type { AudioDevice, HangupScope, PhoneAction } from './action/phone-action.ts';
export type { HookKey } from './catalogue/hook.ts';
export type { SchemeName } from './catalogue/scheme.ts';
export type { AccountSettingKey, SettingKey } from './catalogue/settings.ts';
export type { CommandLineTail, Delivery, IgnoredBecause } from './channel/channel.ts';
export type { LaunchPlan } from './channel/launch-plan.ts';
export { ContactBook } from './contacts/contact-book.ts';
export type { ContactChange, ContactOptions } from './contacts/contact-book.ts';
export type { Contact, ContactChanges, ContactDetails, NewContact } from './contacts/contact.ts';
export { ContactSearch } from './contacts/contact-search.ts';
export type { SearchableContact } from './contacts/contact-search.ts';
export type { ContactEdit } from './contacts/edit-contacts.ts';
export type { PlannedContactChange } from './contacts/plan-contact-change.ts';
export type { FindingCode } from './diagnosis/checks.ts';
export type { DiagnosedPhone, Diagnosis, Finding } from './diagnosis/finding.ts';
export type { Severity } from './diagnosis/severity.ts';
export type { EventOf, Subscription } from './emitter.ts';
export type {
  CallDirection,
  CallEvent,
  CallProgress,
  CallSide,
  CallState,
  CallTransfer,
  EndReason,
  EventSource,
  MicroSipEvent,
  PhoneEvent,
  PhonePresence,
  PhoneStatus,
  RegistrationEvent,
} from './events/call-event.ts';
export type { CallMilestone } from './events/call-watch.ts';
export type {
  HookChange,
  HookControl,
  HookFailures,
  HookInstallOptions,
  HookReadOptions,
  HooksChange,
  HooksStatus,
  HookState,
  HookStatus,
  JournalStatus,
} from './events/hooks/hook-control.ts';
export type { HookEvent } from './events/hooks/hook-event.ts';
export type { LogControl, LogStatus, LogStatusOptions } from './events/log/log-control.ts';
export type { CallTracker } from './events/tracker/call-tracker.ts';
export { CallHistory } from './history/call-history.ts';
export type { HistoryOptions } from './history/call-history.ts';
export type { CallRecord, CallRecordType } from './history/call-record.ts';
export type { HistoryQuery } from './history/history-query.ts';
export type {
  DiscoveryPlace,
  DiscoveryStep,
  DiscoverySystem,
} from './installation/discovery/discovery-step.ts';
export { findInstallation } from './installation/find-installation.ts';
export type { FindOptions } from './installation/find-options.ts';
export { findInstallations } from './installation/find-installations.ts';
export type { FoundInstallation } from './installation/found-installation.ts';
export type {
  FileEdit,
  HandlerControl,
  HandlerEdit,
  HandlerOptions,
  HandlersChange,
  HandlersPlan,
  HandlersStatus,
  RegisterHandlersOptions,
  SchemeChange,
  SchemeHandler,
} from './installation/handlers/handler-control.ts';
export type { InstallationOptions } from './installation/installation-options.ts';
export type { Backend, Installation, LaunchTarget } from './installation/installation.ts';
export type { PhoneFiles } from './installation/phone-files.ts';
export type {
  RegistryEdit,
  RegistryPath,
  RegistryRoot,
  RegistryValue,
  RegistryView,
} from './installation/registry/windows-registry.ts';
export { MicroSipError } from './microsip-error.ts';
export type { MicroSipErrorCode } from './microsip-error.ts';
export { MicroSip } from './microsip.ts';
export type {
  CommandOptions,
  ConnectOptions,
  DialAndWaitOptions,
  DialledCall,
  EventsOptions,
  HangupOptions,
  StartOptions,
  WaitForCallOptions,
} from './microsip.ts';
export type { PlannedLaunches } from './plan-launches.ts';
export { IniDocument } from './settings/ini-document.ts';
export type { IniEntry } from './settings/ini-document.ts';
export type { IniEncoding } from './settings/ini-encoding.ts';
export type { PhoneControl } from './settings/phone-control.ts';
export type {
  ChangeOptions,
  ChangeStep,
  SettingsBackup,
  SettingsChange,
  UndoOptions,
} from './settings/settings-change.ts';
export { SettingsFile } from './settings/settings-file.ts';
export type { SettingKeyIn, SettingsFileOptions } from './settings/settings-file.ts';
export type { SettingData } from './settings/values/setting-data.ts';
export type { SettingPlace } from './settings/values/setting-place.ts';
export type { SettingDifference } from './settings/values/settings-difference.ts';
export type { SettingReading } from './settings/values/typed-settings.ts';
export { sameNumber } from './target/number-match.ts';
export { checkTarget, parseTarget } from './target/parse-target.ts';
export type { TargetCheck } from './target/parse-target.ts';
export { TargetRefusedError } from './target/target-refused-error.ts';
export type { TargetRefusal } from './target/target-refused-error.ts';
export type { Target, TargetAccount, TargetOptions, TargetWarning } from './target/target.ts';
