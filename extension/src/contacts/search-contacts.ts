import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';
import { remoteText } from '../remote-text.ts';
import { SteadyPlaces } from '../steady-places.ts';
import type { BookContact } from './book-contact.ts';
import type { ContactBook } from './contact-book.ts';
import { dialOneOf } from './dial-one-of.ts';

/** Nobody reads more; who wants another one types on. */
const mostShown = 100;

/** The next key often comes sooner. */
const typingPauseMs = 80;

interface ContactItem extends vscode.QuickPickItem {
  readonly contact: BookContact;
}

/** Searches a contact, and calls whom the user chose. */
export async function searchContacts(connection: PhoneConnection, book: ContactBook): Promise<void> {
  const contact = await askForContact(book);
  if (contact !== undefined) await dialOneOf(contact, connection);
}

/**
 * Asks for a contact, found by a part of the name, by a number in any notation or by any other detail; nothing when the
 * user thinks better of it.
 */
async function askForContact(book: ContactBook): Promise<BookContact | undefined> {
  const { l10n } = vscode;
  const picker = vscode.window.createQuickPick<ContactItem>();
  const places = new SteadyPlaces<ContactItem>((item) => ({
    contact: item.contact,
    label: '',
    kind: vscode.QuickPickItemKind.Separator,
  }));
  let typing: NodeJS.Timeout | undefined;
  let question = 0;
  const update = async (): Promise<void> => {
    const asked = ++question;
    const { value } = picker;
    picker.busy = true;
    const found = value.trim() === '' ? await book.all() : await book.search(value);
    // Another answer is on its way.
    if (asked !== question) return;
    picker.busy = false;
    picker.items = places.show(found.slice(0, mostShown).map(contactItem));
  };
  const chosen = new Promise<BookContact | undefined>((resolve) => {
    picker.onDidAccept(() => {
      const [item] = picker.activeItems;
      if (item === undefined) return;
      resolve(item.contact);
      picker.hide();
    });
    picker.onDidHide(() => resolve(undefined));
  });
  picker.title = l10n.t('Search Contacts');
  picker.placeholder = l10n.t('A name, a number in any notation, or another detail');
  picker.onDidChangeValue(() => {
    clearTimeout(typing);
    typing = setTimeout(() => void update(), typingPauseMs);
  });
  void update();
  picker.show();
  try {
    return await chosen;
  } finally {
    clearTimeout(typing);
    question++;
    picker.dispose();
  }
}

function contactItem(contact: BookContact): ContactItem {
  const { comment = '', folder, name, target } = contact;
  const detail = [folder === undefined ? '' : remoteText(folder), remoteText(comment, 100)].filter(
    (text) => text !== '',
  );
  return {
    label: remoteText(name) || remoteText(target),
    description: remoteText(target),
    ...(detail.length > 0 && { detail: detail.join(' · ') }),
    // What fits was found already, by more than its letters.
    alwaysShow: true,
    contact,
  };
}
