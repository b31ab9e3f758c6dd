import * as vscode from 'vscode';

import { actionRefusal } from './action-refusal.ts';

/** Asks which DTMF digits to send; nothing when the user thinks better of it. */
export async function askForDigits(): Promise<string | undefined> {
  const digits = await vscode.window.showInputBox({
    title: vscode.l10n.t('Send DTMF Digits'),
    prompt: vscode.l10n.t('The digits to send in the call'),
    placeHolder: '1234#',
    validateInput: (text) => (text === '' ? undefined : actionRefusal({ type: 'dtmf', digits: text })),
  });
  return digits === '' ? undefined : digits;
}
