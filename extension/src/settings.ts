import type { ConnectOptions } from 'microsip-sdk';
import * as vscode from 'vscode';

type BackendSetting = NonNullable<ConnectOptions['backend']>;

/** The phone that the user's settings name. */
export function readConnectOptions(storage: vscode.Uri): ConnectOptions {
  const settings = vscode.workspace.getConfiguration('microsip');
  const backend = settings.get<BackendSetting>('backend', 'auto');
  const simulatedPhone = vscode.Uri.joinPath(storage, 'simulated-phone').fsPath;
  return {
    backend,
    executable: nonEmpty(settings.get<string>('executable')),
    dataDirectory:
      nonEmpty(settings.get<string>('dataDirectory')) ??
      (backend === 'simulator' ? simulatedPhone : undefined),
  };
}

/** Whether another phone may be meant after a change of settings. */
export function affectsPhone(change: vscode.ConfigurationChangeEvent): boolean {
  return change.affectsConfiguration('microsip');
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
