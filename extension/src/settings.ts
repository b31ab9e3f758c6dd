import type { ConnectOptions } from 'microsip-sdk';
import * as vscode from 'vscode';

import { SettingsRefusedError } from './settings-refused-error.ts';

/** The user's settings; what is left empty is not there. */
export interface PhoneSettings {
  readonly backend: NonNullable<ConnectOptions['backend']>;
  readonly executable: string | undefined;
  readonly dataDirectory: string | undefined;
}

const backends = ['auto', 'windows', 'wsl', 'wine', 'simulator'] as const;

/**
 * What the user's settings say about the phone.
 *
 * @throws SettingsRefusedError for a setting of the wrong type: VS Code hands on whatever stands in a file
 */
export function readPhoneSettings(): PhoneSettings {
  const settings = vscode.workspace.getConfiguration('microsip');
  const chosen = settings.get<unknown>('backend', 'auto');
  const backend = backends.find((name) => name === chosen);
  if (backend === undefined) {
    throw new SettingsRefusedError(
      vscode.l10n.t('The setting microsip.backend must be one of: {0}.', backends.join(', ')),
    );
  }
  return { backend, executable: readText('executable'), dataDirectory: readText('dataDirectory') };
}

function readText(name: string): string | undefined {
  const text = vscode.workspace.getConfiguration('microsip').get<unknown>(name, '');
  if (typeof text === 'string') return text === '' ? undefined : text;
  throw new SettingsRefusedError(vscode.l10n.t('The setting {0} must be a text.', `microsip.${name}`));
}

/** The phone that the user's settings name. */
export function readConnectOptions(storage: vscode.Uri): ConnectOptions {
  const { backend, executable, dataDirectory } = readPhoneSettings();
  if (backend !== 'simulator') return { backend, executable, dataDirectory };
  // The simulator brings its own program; a path that another backend needs may stay in the settings.
  const simulatedPhone = vscode.Uri.joinPath(storage, 'simulated-phone').fsPath;
  return { backend, dataDirectory: dataDirectory ?? simulatedPhone };
}

/** Makes the simulated phone the user's phone, in every window. */
export async function useSimulatedPhone(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('microsip');
  await settings.update('backend', 'simulator', vscode.ConfigurationTarget.Global);
}

/** Whether to ask before a number is dialled that is written somewhere; yes, unless the settings clearly say no. */
export function readConfirmDialling(): boolean {
  return vscode.workspace.getConfiguration('microsip').get<unknown>('confirmDialling') !== false;
}

/** Dials numbers in documents, terminals and contacts without asking from now on. */
export async function stopConfirmingDialling(): Promise<void> {
  const settings = vscode.workspace.getConfiguration('microsip');
  await settings.update('confirmDialling', false, vscode.ConfigurationTarget.Global);
}

/** Shows this extension's settings in the editor. */
export async function openSettings(): Promise<void> {
  await vscode.commands.executeCommand(
    'workbench.action.openSettings',
    '@ext:microsip-devkit.microsip-devkit',
  );
}

/** Whether another phone may be meant after a change of settings. */
export function affectsPhone(change: vscode.ConfigurationChangeEvent): boolean {
  return ['backend', 'executable', 'dataDirectory'].some((name) =>
    change.affectsConfiguration(`microsip.${name}`),
  );
}
