import { commands } from './commands.ts';
import { folklore } from './folklore.ts';
import { hookArgumentOrigins, hookPlaceholders, hookSequences, hookValueForms } from './hook-values.ts';
import { hooks } from './hooks.ts';
import { limits } from './limits.ts';
import { buildOptions } from './reference/build-options.ts';
import { callLogColumns, callLogCsvHeader, callLogTypes } from './reference/call-log.ts';
import { contactAttributes } from './reference/contact-attributes.ts';
import { fieldNotes } from './reference/field-notes.ts';
import { keyboardShortcuts } from './reference/keyboard.ts';
import { menuCommands } from './reference/menu-commands.ts';
import { tasks } from './reference/tasks.ts';
import { versionChanges } from './reference/version-changes.ts';
import { windowMessage } from './reference/window-message.ts';
import { schemes } from './schemes.ts';
import { settings } from './settings.ts';
import { shortcutTypes } from './settings/list-settings.ts';
import { surprises } from './surprises.ts';
import { topics } from './topics.ts';
import { verifiedVersions } from './version.ts';

/** Everything that is known about MicroSIP's interfaces, as one plain value. */
export const catalogue = {
  /** The versions whose source was read. */
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
} as const;

/** The type of the whole catalogue. */
export type Catalogue = typeof catalogue;
