import type { MicroSip } from 'microsip-sdk';
import * as vscode from 'vscode';

/** Calls again what was called last, as the phone's history has it. */
export async function redial(phone: MicroSip): Promise<void> {
  const [last] = await phone.history.list({ type: 'outgoing', limit: 1 });
  if (last !== undefined) await phone.dial(last.number);
  else {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no call yet that could be repeated.'));
  }
}
