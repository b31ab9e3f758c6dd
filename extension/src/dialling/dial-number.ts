import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';

/**
 * Dials, and says so where nothing will come of it.
 *
 * @throws MicroSipError as `MicroSip.dial` does
 */
export async function dialNumber(connection: PhoneConnection, target: string): Promise<void> {
  const { ignoredBecause } = await connection.use((phone) => phone.dial(target));
  if (ignoredBecause === undefined) return;
  // The command is over; the notification stays as long as the user likes.
  void vscode.window.showInformationMessage(
    vscode.l10n.t('MicroSIP has a call and is set to one at a time: it does not dial another.'),
  );
}
