import type { Contact } from './contact.ts';
import { parseContacts, type ContactsDocument } from './contacts-document.ts';
import { editContacts, type ContactEdit } from './edit-contacts.ts';

/** What a change makes of a file of contacts. */
export interface PlannedContactChange {
  /** `false` when the contact is so already. */
  readonly changed: boolean;
  /** The contact as it is; not for a new one. */
  readonly before?: Contact;
  /** The contact as it will be; not for a removed one. */
  readonly after?: Contact;
  /** The file as it will be; nothing when nothing changes. */
  readonly bytes: Uint8Array | undefined;
}

/** @throws MicroSipError `INVALID_ARGUMENT` when the edit cannot be made */
export function planContactChange(document: ContactsDocument, edit: ContactEdit): PlannedContactChange {
  const { index, text } = editContacts(document, edit);
  const before = document.contacts[index]?.contact;
  const changed = text !== document.text;
  if (!changed) return { changed, ...(before && { before, after: before }), bytes: undefined };
  const bytes = Buffer.from(text, 'utf8');
  // What is written must be what is read again.
  const written = parseContacts('The changed Contacts.xml', bytes);
  const after = edit.do === 'remove' ? undefined : written.contacts[index]?.contact;
  return { changed, ...(before && { before }), ...(after && { after }), bytes };
}
