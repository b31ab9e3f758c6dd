import type { ConnectOptions } from 'microsip-sdk';
import * as vscode from 'vscode';

/** The user's settings; what is left empty is not there. */
export interface PhoneSettings {
  readonly backend: NonNullable<ConnectOptions['backend']>;
  readonly executable: string | undefined;
  readonly dataDirectory: string | undefined;
}

/** What the user's settings say about the phone. */
export function readPhoneSettings(): PhoneSettings {
  const settings = vscode.workspace.getConfiguration('microsip');
  return {
    backend: settings.get<PhoneSettings['backend']>('backend', 'auto'),
    executable: nonEmpty(settings.get<string>('executable')),
    dataDirectory: nonEmpty(settings.get<string>('dataDirectory')),
  };
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

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
