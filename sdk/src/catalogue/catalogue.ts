import type { CommandEntry } from './command.ts';
import { commands } from './commands.ts';
import type { FolkloreClaim } from './folklore-claim.ts';
import { folklore } from './folklore.ts';
import type { HookArgumentOrigin, HookPlaceholder, HookSequence, HookValueForm } from './hook-value.ts';
import { hookArgumentOrigins, hookPlaceholders, hookSequences, hookValueForms } from './hook-values.ts';
import type { HookEntry } from './hook.ts';
import { hooks } from './hooks.ts';
import type { Limit, LimitId } from './limit.ts';
import { limits } from './limits.ts';
import { buildOptions, type BuildOption } from './reference/build-options.ts';
import { callLogColumns, callLogCsvHeader, callLogTypes, type CallLogColumn } from './reference/call-log.ts';
import { contactAttributes, type ContactAttribute } from './reference/contact-attributes.ts';
import { fieldNotes, type FieldNote } from './reference/field-notes.ts';
import { keyboardShortcuts, type KeyboardShortcut } from './reference/keyboard.ts';
import { menuCommands, type MenuCommand } from './reference/menu-commands.ts';
import { tasks, type Task } from './reference/tasks.ts';
import { versionChanges, type VersionChange } from './reference/version-changes.ts';
import { windowMessage } from './reference/window-message.ts';
import type { SchemeEntry } from './scheme.ts';
import { schemes } from './schemes.ts';
import type { SettingEntry } from './setting.ts';
import { settings } from './settings.ts';
import { shortcutTypes } from './settings/list-settings.ts';
import type { ShortcutType } from './settings/shortcut-type.ts';
import type { Surprise } from './surprise.ts';
import { surprises } from './surprises.ts';
import type { Topic } from './topic.ts';
import { topics } from './topics.ts';
import { verifiedVersions } from './version.ts';

/** Everything that is known about MicroSIP's interfaces. */
export interface Catalogue {
  /** The versions whose source was read. */
  readonly versions: typeof verifiedVersions;
  /** Every command of MicroSIP's command line. */
  readonly commands: readonly CommandEntry[];
  /** Every URL scheme that matters to MicroSIP. */
  readonly schemes: readonly SchemeEntry[];
  /** Every event hook. */
  readonly hooks: readonly HookEntry[];
  /** The placeholders of `cmdOutgoingCall`. */
  readonly hookPlaceholders: readonly HookPlaceholder[];
  /** Ways of writing a hook, from the ini line to what MicroSIP makes of it. */
  readonly hookValueForms: readonly HookValueForm[];
  /** Which hooks fire, in which course of a call. */
  readonly hookSequences: readonly HookSequence[];
  /** Where a hook's argument comes from, and what it can contain. */
  readonly hookArgumentOrigins: readonly HookArgumentOrigin[];
  /** Every key of MicroSIP's ini. */
  readonly settings: readonly SettingEntry[];
  /** What a shortcut button can do. */
  readonly shortcutTypes: readonly ShortcutType[];
  /** The limits of MicroSIP. */
  readonly limits: Readonly<Record<LimitId, Limit>>;
  /** What people say about MicroSIP, each claim held against the source. */
  readonly folklore: readonly FolkloreClaim[];
  /** What surprises who automates MicroSIP. */
  readonly surprises: readonly Surprise[];
  /** What holds for more than one entry, by topic. */
  readonly topics: readonly Topic[];
  /** What people want to do, and the commands that do it. */
  readonly tasks: readonly Task[];
  /** The window message that MicroSIP takes command lines by. */
  readonly windowMessage: typeof windowMessage;
  /** The menu ids that were read in the source. */
  readonly menuCommands: readonly MenuCommand[];
  /** The keys of the window. */
  readonly keyboardShortcuts: readonly KeyboardShortcut[];
  /** The call log of 3.22.5 and later: its columns, the numbers of its types, and the header of its export. */
  readonly callLog: {
    readonly columns: readonly CallLogColumn[];
    readonly types: typeof callLogTypes;
    readonly csvHeader: typeof callLogCsvHeader;
  };
  /** The attributes of a contact in `Contacts.xml`, in the order in which MicroSIP writes them. */
  readonly contactAttributes: readonly ContactAttribute[];
  /** What a build of one's own, or the vendor's custom build, can change. */
  readonly buildOptions: readonly BuildOption[];
  /** Testimony from production. */
  readonly fieldNotes: readonly FieldNote[];
  /** What changed with which version. */
  readonly versionChanges: readonly VersionChange[];
}

/** Everything that is known about MicroSIP's interfaces, as one plain value. */
export const catalogue: Catalogue = {
  versions: verifiedVersions,
  commands,
  schemes,
  hooks,
  hookPlaceholders,
  hookValueForms,
  hookSequences,
  hookArgumentOrigins,
  settings,
  shortcutTypes,
  limits,
  folklore,
  surprises,
  topics,
  tasks,
  windowMessage,
  menuCommands,
  keyboardShortcuts,
  callLog: { columns: callLogColumns, types: callLogTypes, csvHeader: callLogCsvHeader },
  contactAttributes,
  buildOptions,
  fieldNotes,
  versionChanges,
};
