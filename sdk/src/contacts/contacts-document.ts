import { MicroSipError } from '../microsip-error.ts';
import type { Contact } from './contact.ts';
import { contactOf } from './xml/contact-element.ts';
import { scanElements, XmlFault, type XmlElement } from './xml/scan-elements.ts';

/** A contact and where it stands. */
export interface PlacedContact {
  readonly contact: Contact;
  readonly element: XmlElement;
}

/** A text of `Contacts.xml`, taken apart. */
export interface ContactsDocument {
  readonly text: string;
  readonly root: XmlElement;
  readonly contacts: readonly PlacedContact[];
}

/** A file without contacts as MicroSIP begins it. */
const emptyDocument = '<?xml version="1.0"?>\n<contacts>\n</contacts>\n';

/**
 * Takes the bytes of `Contacts.xml` apart: UTF-8, a root `contacts`, in it elements `contact` (facts F.2). Anything
 * else in it is kept and not looked at.
 *
 * @param path - for messages
 * @param bytes - nothing where there is no file; an empty file has no contacts either
 * @throws MicroSipError `SETTINGS_DAMAGED` for what is no such file
 */
export function parseContacts(path: string, bytes: Uint8Array | undefined): ContactsDocument {
  const written = bytes === undefined ? '' : decode(path, bytes);
  const text = written.trim() === '' ? emptyDocument : written;
  const elements = scan(path, text);
  const [root] = elements;
  if (root?.name !== 'contacts') throw damaged(path, 'its root element is not <contacts>');
  const contacts = elements
    .filter(({ depth, name }) => depth === 1 && name === 'contact')
    .map((element) => ({ contact: contactOf(element), element }));
  return { text, root, contacts };
}

function decode(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) throw damaged(path, 'it is not UTF-8', error);
    throw error;
  }
}

function scan(path: string, text: string): readonly XmlElement[] {
  try {
    return scanElements(text);
  } catch (error) {
    if (error instanceof XmlFault) throw damaged(path, `in line ${error.line}, ${error.message}`, error);
    throw error;
  }
}

/** The error of a file that cannot be read as contacts. */
export function damaged(path: string, reason: string, cause?: Error): MicroSipError {
  return new MicroSipError(
    'SETTINGS_DAMAGED',
    `${path} is not what MicroSIP writes: ${reason}. It was left as it is; mend it, take a copy from ${path}.backups, ` +
      'or move it away.',
    cause === undefined ? undefined : { cause },
  );
}
