import { checkTarget } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';
import { remoteText } from '../remote-text.ts';
import type { BookContact } from './book-contact.ts';
import { dialContact } from './dial-contact.ts';

/** Calls a contact, by which of its numbers the user likes. */
export async function dialOneOf(contact: BookContact, connection: PhoneConnection): Promise<void> {
  const target = await chosenNumber(contact);
  if (target === undefined) return;
  await dialContact(connection, { target, isFromWorkspace: contact.source === 'workspace' });
}

async function chosenNumber(contact: BookContact): Promise<string | undefined> {
  const { mobile = '', phone = '', target } = contact;
  const { l10n } = vscode;
  const numbers = [
    { number: target, what: '' },
    { number: phone, what: l10n.t('Phone') },
    { number: mobile, what: l10n.t('Mobile') },
  ].filter(({ number }, index, all) => {
    const isFirst = all.findIndex((other) => other.number === number) === index;
    return isFirst && (index === 0 || checkTarget(number).ok);
  });
  if (numbers.length === 1) return target;
  const items = numbers.map(({ number, what }) => ({ number, label: remoteText(number), description: what }));
  const chosen = await vscode.window.showQuickPick(items, {
    title: remoteText(contact.name),
    placeHolder: l10n.t('Which number?'),
  });
  return chosen?.number;
}
