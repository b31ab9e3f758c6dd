import * as vscode from 'vscode';

import { openSettings, readPhoneSettings, useSimulatedPhone } from '../settings.ts';

/** Makes the simulated phone the user's phone, unless it would live among MicroSIP's own files. */
export async function chooseSimulatedPhone(): Promise<void> {
  const { backend, dataDirectory } = readPhoneSettings();
  if (backend !== 'simulator' && dataDirectory !== undefined) {
    // The command is over; the notification stays as long as the user likes.
    void offerSettings();
    return;
  }
  await useSimulatedPhone();
}

async function offerSettings(): Promise<void> {
  const open = vscode.l10n.t('Open Settings');
  const message = vscode.l10n.t(
    'The setting microsip.dataDirectory names a folder of MicroSIP. Empty it first: a simulated phone would write into it.',
  );
  if ((await vscode.window.showInformationMessage(message, open)) === open) await openSettings();
}
