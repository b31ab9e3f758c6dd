import type { Check } from './check.ts';
import { accountAddress } from './checks/accounts/account-address.ts';
import { accountGap } from './checks/accounts/account-gap.ts';
import { accountWithoutDomain } from './checks/accounts/account-without-domain.ts';
import { accountWithoutServer } from './checks/accounts/account-without-server.ts';
import { accountWithoutUser } from './checks/accounts/account-without-user.ts';
import { activeAccountMissing } from './checks/accounts/active-account-missing.ts';
import { dialPlan } from './checks/accounts/dial-plan.ts';
import { dialingPrefix } from './checks/accounts/dialing-prefix.ts';
import { noAccount } from './checks/accounts/no-account.ts';
import { passwordReadable } from './checks/accounts/password-readable.ts';
import { autoAnswerEveryone } from './checks/calls/auto-answer-everyone.ts';
import { callsRefused } from './checks/calls/calls-refused.ts';
import { directoryFormat } from './checks/calls/directory-format.ts';
import { directoryShowsPassword } from './checks/calls/directory-shows-password.ts';
import { forwardingLoop } from './checks/calls/forwarding-loop.ts';
import { silentIgnored } from './checks/calls/silent-ignored.ts';
import { singleMode } from './checks/calls/single-mode.ts';
import { updateCheck } from './checks/calls/update-check.ts';
import { callStateOff } from './checks/events/call-state-off.ts';
import { hookFailures } from './checks/events/hook-failures.ts';
import { hooksDamaged } from './checks/events/hooks-damaged.ts';
import { hooksIncomplete } from './checks/events/hooks-incomplete.ts';
import { logLarge } from './checks/events/log-large.ts';
import { logNotWritten } from './checks/events/log-not-written.ts';
import { logUnreadable } from './checks/events/log-unreadable.ts';
import { hookBatchFile } from './checks/hooks/hook-batch-file.ts';
import { hookBlank } from './checks/hooks/hook-blank.ts';
import { hookCut } from './checks/hooks/hook-cut.ts';
import { hookDeadlock } from './checks/hooks/hook-deadlock.ts';
import { hookOpensEditor } from './checks/hooks/hook-opens-editor.ts';
import { hookPathSplit } from './checks/hooks/hook-path-split.ts';
import { hookProgramMissing } from './checks/hooks/hook-program-missing.ts';
import { hookRedirected } from './checks/hooks/hook-redirected.ts';
import { hookShell } from './checks/hooks/hook-shell.ts';
import { hookShowsPassword } from './checks/hooks/hook-shows-password.ts';
import { unknownHook } from './checks/hooks/unknown-hook.ts';
import { linksElsewhere } from './checks/links/links-elsewhere.ts';
import { linksStale } from './checks/links/links-stale.ts';
import { linksUnhandled } from './checks/links/links-unhandled.ts';
import { buildAgeing } from './checks/program/build-ageing.ts';
import { cameraDenied } from './checks/program/camera-denied.ts';
import { elevatedInstance } from './checks/program/elevated-instance.ts';
import { folderNotWritable } from './checks/program/folder-not-writable.ts';
import { interopOff } from './checks/program/interop-off.ts';
import { koffiMissing } from './checks/program/koffi-missing.ts';
import { nodeTooOld } from './checks/program/node-too-old.ts';
import { notInstalled } from './checks/program/not-installed.ts';
import { oldVersion } from './checks/program/old-version.ts';
import { otherCopyRuns } from './checks/program/other-copy-runs.ts';
import { otherSession } from './checks/program/other-session.ts';
import { portable } from './checks/program/portable.ts';
import { programMissing } from './checks/program/program-missing.ts';
import { severalCopies } from './checks/program/several-copies.ts';
import { severalInstances } from './checks/program/several-instances.ts';
import { unknownVersion } from './checks/program/unknown-version.ts';
import { wineMissing } from './checks/program/wine-missing.ts';
import { winePrefixBroken } from './checks/program/wine-prefix-broken.ts';
import { callLogDamaged } from './checks/records/call-log-damaged.ts';
import { contactsDamaged } from './checks/records/contacts-damaged.ts';
import { settingsAnsi } from './checks/settings-file/settings-ansi.ts';
import { settingsDamaged } from './checks/settings-file/settings-damaged.ts';
import { settingsDuplicate } from './checks/settings-file/settings-duplicate.ts';
import { settingsHuge } from './checks/settings-file/settings-huge.ts';
import { settingsMissing } from './checks/settings-file/settings-missing.ts';
import { settingsUnreadable } from './checks/settings-file/settings-unreadable.ts';
import { settingsUtf8 } from './checks/settings-file/settings-utf8.ts';

/** All that a diagnosis looks for, what everything else rests on first. */
export const checks = [
  notInstalled,
  interopOff,
  programMissing,
  wineMissing,
  winePrefixBroken,
  portable,
  severalCopies,
  otherCopyRuns,
  folderNotWritable,
  oldVersion,
  unknownVersion,
  buildAgeing,
  severalInstances,
  elevatedInstance,
  otherSession,
  koffiMissing,
  linksStale,
  linksElsewhere,
  linksUnhandled,
  cameraDenied,
  nodeTooOld,
  settingsMissing,
  settingsUnreadable,
  settingsDamaged,
  settingsHuge,
  settingsUtf8,
  settingsAnsi,
  settingsDuplicate,
  callStateOff,
  hooksDamaged,
  hooksIncomplete,
  hookFailures,
  logUnreadable,
  logNotWritten,
  logLarge,
  hookCut,
  hookBlank,
  hookPathSplit,
  hookRedirected,
  hookProgramMissing,
  hookBatchFile,
  hookShell,
  hookOpensEditor,
  hookDeadlock,
  hookShowsPassword,
  unknownHook,
  singleMode,
  autoAnswerEveryone,
  callsRefused,
  forwardingLoop,
  silentIgnored,
  updateCheck,
  directoryFormat,
  directoryShowsPassword,
  noAccount,
  accountWithoutDomain,
  accountAddress,
  accountGap,
  accountWithoutServer,
  accountWithoutUser,
  activeAccountMissing,
  passwordReadable,
  dialPlan,
  dialingPrefix,
  contactsDamaged,
  callLogDamaged,
] as const satisfies readonly Check[];

/** What a diagnosis can find. */
export type FindingCode = (typeof checks)[number]['code'];
