import { MicroSipError, type MicroSip } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';
import { isEngaged } from './is-engaged.ts';

/**
 * Dials, and says so where nothing will come of it: set to one call at a time, MicroSIP drops a number without a word
 * while it has a call (facts A.6).
 *
 * @throws MicroSipError as `MicroSip.dial` does
 */
export async function dialNumber(connection: PhoneConnection, target: string): Promise<void> {
  const isDropped = await connection.use(async (phone) => {
    const isDropped = isEngaged(connection.status.calls) && (await takesOneCall(phone));
    await phone.dial(target);
    return isDropped;
  });
  if (!isDropped) return;
  // The command is over; the notification stays as long as the user likes.
  void vscode.window.showInformationMessage(
    vscode.l10n.t('MicroSIP has a call and is set to one at a time: it does not dial another.'),
  );
}

/** Where its settings cannot be read, dialling itself says what is wrong, or nothing is. */
async function takesOneCall({ settings }: MicroSip): Promise<boolean> {
  try {
    return (await settings.get('singleMode')) === true;
  } catch (error) {
    if (error instanceof MicroSipError) return false;
    throw error;
  }
}
