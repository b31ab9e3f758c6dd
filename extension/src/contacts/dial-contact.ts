import { dialAsked } from '../dialling/dial-asked.ts';
import { dialNumber } from '../dialling/dial-number.ts';
import type { PhoneConnection } from '../phone/phone-connection.ts';

/** Calls somebody; a contact of a workspace, whose files somebody else may have written, only after the user agreed. */
export async function dialContact(
  connection: PhoneConnection,
  { isFromWorkspace, target }: { readonly isFromWorkspace: boolean; readonly target: string },
): Promise<void> {
  if (isFromWorkspace) await dialAsked(connection, { text: target, origin: 'contact' });
  else await dialNumber(connection, target);
}
