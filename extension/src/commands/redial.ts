import * as vscode from 'vscode';

import { dialNumber } from '../dialling/dial-number.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';

/** Calls again what was called last, as the phone's history has it. */
export async function redial(connection: PhoneConnection): Promise<void> {
  const [last] = await connection.use(({ history }) => history.list({ type: 'outgoing', limit: 1 }));
  if (last !== undefined) await dialNumber(connection, last.number);
  else {
    void vscode.window.showInformationMessage(vscode.l10n.t('There is no call yet that could be repeated.'));
  }
}
