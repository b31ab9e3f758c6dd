import { MicroSipError } from '../microsip-error.ts';
import { sameNumber } from '../target/number-match.ts';
import type { Contact, ContactChanges, NewContact } from './contact.ts';
import type { ContactsDocument, PlacedContact } from './contacts-document.ts';
import { changedTag, elementOf } from './xml/contact-element.ts';

/** A change of the contacts, as data. */
export type ContactEdit =
  | { readonly do: 'add'; readonly contact: NewContact }
  /** `number` names the contact, in any notation. */
  | { readonly do: 'update'; readonly number: string; readonly changes: ContactChanges }
  | { readonly do: 'remove'; readonly number: string };

/** A text of contacts with one of them changed. */
export interface EditedContacts {
  readonly text: string;
  /** The place of the contact among the others. */
  readonly index: number;
}

/**
 * Makes a change. All but the contact in question stays as it is, character by character.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` when it cannot be made
 */
export function editContacts(document: ContactsDocument, edit: ContactEdit): EditedContacts {
  const { contacts } = document;
  if (edit.do === 'add') return { text: withNew(document, edit.contact), index: contacts.length };
  const found = ownContact(document, edit);
  const text = edit.do === 'update' ? withChanges(document, found, edit.changes) : without(document, found);
  return { text, index: contacts.indexOf(found) };
}

/** The contact with a number as it is written; else the only one with the number in another notation. */
function findContact({ contacts }: ContactsDocument, number: string): PlacedContact | undefined {
  const exact = contacts.find(({ contact }) => contact.number === number);
  if (exact !== undefined) return exact;
  const [found, ...others] = contacts.filter(({ contact }) => sameNumber(contact.number, number));
  if (others.length === 0) return found;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `${others.length + 1} contacts have the number ${JSON.stringify(number)}; write it as the one that is meant does.`,
  );
}

function ownContact(
  document: ContactsDocument,
  { do: what, number }: Exclude<ContactEdit, { do: 'add' }>,
): PlacedContact {
  const found = findContact(document, number);
  if (found === undefined) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `No contact has the number ${JSON.stringify(number)}; "microsip contacts" lists them.`,
    );
  }
  if (!found.contact.directory) return found;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `The contact ${JSON.stringify(found.contact.number)} comes from the directory in usersDirectory, whose next refresh ` +
      `undoes every change; ${what} it there, or add a contact of your own.`,
  );
}

function withNew(document: ContactsDocument, contact: NewContact): string {
  const { contacts, root, text } = document;
  refuseUnnamed(contact);
  const known = contacts.find((one) => one.contact.number === contact.number);
  if (known !== undefined) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `There is a contact with the number ${JSON.stringify(contact.number)} already; change that one ("microsip contacts update").`,
    );
  }
  const element = elementOf({ ...contact, name: contact.name ?? contact.number });
  const last = contacts.at(-1)?.element;
  if (last !== undefined) return spliced(text, last.end, last.end, indentBefore(text, last.start) + element);
  const lineEnd = /\r\n|\n|\r/u.exec(text)?.[0] ?? '';
  const inside = lineEnd === '' ? element : `${lineEnd}  ${element}`;
  if (!root.isEmptyTag) return spliced(text, root.tag.end, root.tag.end, inside);
  const tag = text.slice(root.tag.start, root.tag.end).replace(/\s*\/>$/u, '>');
  return spliced(text, root.tag.start, root.tag.end, `${tag}${inside}${lineEnd}</${root.name}>`);
}

function withChanges(
  { contacts, text }: ContactsDocument,
  found: PlacedContact,
  changes: ContactChanges,
): string {
  const { contact, element } = found;
  refuseUnnamed({ ...contact, ...changes });
  if (contacts.some((one) => one !== found && one.contact.number === changes.number)) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `Another contact has the number ${JSON.stringify(changes.number)} already; a number tells contacts apart.`,
    );
  }
  return spliced(text, element.tag.start, element.tag.end, changedTag(text, element, changes));
}

function without({ text }: ContactsDocument, { element }: PlacedContact): string {
  return spliced(text, element.start - indentBefore(text, element.start).length, element.end, '');
}

/** The line end and blanks in front of an element. */
function indentBefore(text: string, start: number): string {
  return /(?:\r\n|\n|\r)?[\t ]*$/u.exec(text.slice(Math.max(0, start - 256), start))?.[0] ?? '';
}

function spliced(text: string, start: number, end: number, insertion: string): string {
  return text.slice(0, start) + insertion + text.slice(end);
}

function refuseUnnamed({
  name,
  number,
}: Pick<Contact, 'number'> & { readonly name?: string | undefined }): void {
  const isLine = (text: string): boolean => text.trim() !== '' && !/[\t\n\r]/u.test(text);
  if (isLine(number) && (name === undefined || isLine(name))) return;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    'A contact needs a number and a name of one line each, which are not empty.',
  );
}
