import { MicroSipError, planAction } from 'microsip-sdk';
import * as vscode from 'vscode';

/** Asks which DTMF digits to send; nothing when the user thinks better of it. */
export async function askForDigits(): Promise<string | undefined> {
  const digits = await vscode.window.showInputBox({
    title: vscode.l10n.t('Send DTMF Digits'),
    prompt: vscode.l10n.t('The digits to send in the call'),
    placeHolder: '1234#',
    validateInput: (text) => (text === '' ? undefined : refusalOf(text)),
  });
  return digits === '' ? undefined : digits;
}

function refusalOf(digits: string): string | undefined {
  try {
    planAction({ type: 'dtmf', digits });
    return undefined;
  } catch (error) {
    if (error instanceof MicroSipError) return error.message;
    throw error;
  }
}
