import type { MicroSipError } from 'microsip-sdk';
import * as vscode from 'vscode';

import { SettingsRefusedError } from './settings-refused-error.ts';
import type { PhoneSettings } from './settings.ts';

/** What a person can do about a failure with one click. */
export type Remedy = 'open-settings' | 'use-simulated-phone' | 'diagnose' | 'show-log';

/** A failure as a notification of the editor tells it. */
export interface FailureNotice {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}

/** What the button of a remedy says. */
export function remedyTitle(remedy: Remedy): string {
  switch (remedy) {
    case 'open-settings':
      return vscode.l10n.t('Open Settings');
    case 'use-simulated-phone':
      return vscode.l10n.t('Use a Simulated Phone');
    case 'diagnose':
      return vscode.l10n.t('Diagnose');
    case 'show-log':
      return vscode.l10n.t('Show Log');
  }
}

/**
 * A failed command in the editor's words: the SDK's own messages name options of the `microsip` command. Nothing is
 * to be told when the user, or the end of the window, was what ended it.
 */
export function failureNotice(
  error: MicroSipError,
  readSettings: () => Pick<PhoneSettings, 'backend' | 'dataDirectory'>,
): FailureNotice | undefined {
  switch (error.code) {
    case 'NOT_INSTALLED': {
      // Only here: settings of the wrong type are a failure of their own.
      const settings = readSettings();
      if (settings.backend === 'simulator') {
        return { message: withoutLinks(error.message), remedies: ['show-log'] };
      }
      return {
        message: vscode.l10n.t(
          'MicroSIP was not found. Name its program in the setting microsip.executable, or choose the simulated phone, which calls nobody.',
        ),
        // A simulated phone would live in that folder, and write into MicroSIP's own files.
        remedies:
          settings.dataDirectory === undefined ? ['open-settings', 'use-simulated-phone'] : ['open-settings'],
      };
    }
    case 'INVALID_ARGUMENT':
      // Otherwise it was what the command was given.
      return {
        message: withoutLinks(error.message),
        remedies: error instanceof SettingsRefusedError ? ['open-settings'] : [],
      };
    // A file of MicroSIP's, not of the editor's settings.
    case 'SETTINGS_DAMAGED':
      return { message: withoutLinks(error.message), remedies: ['diagnose', 'show-log'] };
    case 'CANCELLED':
    case 'DISPOSED':
      return undefined;
    case 'TARGET_REFUSED':
    case 'SETTINGS_BUSY':
      return { message: withoutLinks(error.message), remedies: [] };
    default:
      return { message: withoutLinks(error.message), remedies: ['show-log'] };
  }
}

/** A notification makes links of `[…](…)`, some of which run commands; a message may quote what was dialled. */
function withoutLinks(message: string): string {
  return message.replaceAll('](', '] (');
}
