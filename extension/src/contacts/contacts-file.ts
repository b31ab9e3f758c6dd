import type { Localization } from '../localization.ts';

/** A contact as a workspace's file has it. */
export interface FileContact {
  readonly name: string;
  readonly number: string;
  readonly phone?: string;
  readonly mobile?: string;
  readonly email?: string;
  readonly comment?: string;
}

/** A value in a JSON document: the names and indexes that lead to it. */
export type JsonPath = readonly (string | number)[];

/** What is wrong with a file of contacts. */
export interface ContactsProblem {
  /** May quote the file. */
  readonly message: string;
  readonly path: JsonPath;
  /** `form` is what the schema says of the file, too; `meaning` is what only MicroSIP knows. */
  readonly kind: 'form' | 'meaning';
}

/** What a file of contacts holds. */
export interface ContactsFile {
  /** The contacts that are right, in the order of the file. */
  readonly contacts: readonly FileContact[];
  readonly problems: readonly ContactsProblem[];
}

/** What a contact of a file can have besides its name and number. */
export const detailNames = ['phone', 'mobile', 'email', 'comment'] as const;

/** What a file of contacts can have; an editor may name the schema there. */
const fileNames: ReadonlySet<string> = new Set(['$schema', 'contacts']);

const knownNames: ReadonlySet<string> = new Set(['name', 'number', ...detailNames]);

/** Why a target cannot be dialled; nothing if it can. */
export type RefusalOf = (target: string) => string | undefined;

/**
 * The contacts in a value that was read from JSON: `{ "contacts": [{ "name": "Ada", "number": "101" }] }`. What is wrong
 * with one contact costs none of the others.
 */
export function contactsOf(value: unknown, refusalOf: RefusalOf, l10n: Localization): ContactsFile {
  const contacts: FileContact[] = [];
  const problems: ContactsProblem[] = [];
  const tell = (path: JsonPath, message: string, kind: ContactsProblem['kind'] = 'form'): void => {
    problems.push({ path, message, kind });
  };
  const file = isObject(value) ? value : {};
  const list = own(file, 'contacts');
  if (!Array.isArray(list)) {
    tell(
      list === undefined ? [] : ['contacts'],
      l10n.t('Contacts stand in a list: {0}', '{ "contacts": [ … ] }'),
    );
    return { contacts, problems };
  }
  for (const name of Object.keys(file)) {
    if (!fileNames.has(name)) tell([name], l10n.t('A file of contacts has nothing of this name.'));
  }
  const known = new Set<string>();
  for (const [index, entry] of list.entries()) {
    const path = ['contacts', index];
    const contact = contactOf(entry, path, tell, l10n);
    if (contact === undefined) continue;
    const refusal = refusalOf(contact.number);
    if (refusal !== undefined) {
      tell([...path, 'number'], refusal, 'meaning');
      continue;
    }
    const identity = JSON.stringify([contact.name, contact.number]);
    if (known.has(identity)) {
      tell(path, l10n.t('This contact is in the list already.'), 'meaning');
      continue;
    }
    known.add(identity);
    contacts.push(contact);
  }
  return { contacts, problems };
}

type Tell = (path: JsonPath, message: string) => void;

function contactOf(entry: unknown, path: JsonPath, tell: Tell, l10n: Localization): FileContact | undefined {
  if (!isObject(entry)) {
    tell(path, l10n.t('A contact has a name and a number: {0}', '{ "name": "Ada", "number": "101" }'));
    return undefined;
  }
  for (const name of Object.keys(entry)) {
    if (!knownNames.has(name)) tell([...path, name], l10n.t('A contact has nothing of this name.'));
  }
  const textOf = (name: string, isNeeded: boolean): string | undefined => {
    const value = own(entry, name);
    if (value === undefined) {
      if (isNeeded) tell(path, l10n.t('A contact must have: {0}', name));
      return undefined;
    }
    if (typeof value !== 'string' || (isNeeded && value.trim() === '')) {
      tell([...path, name], l10n.t('This must be a text.'));
      return undefined;
    }
    return value;
  };
  const name = textOf('name', true);
  const number = textOf('number', true);
  const details = detailNames.map((detail) => [detail, textOf(detail, false)] as const);
  if (name === undefined || number === undefined) return undefined;
  return { name, number, ...Object.fromEntries(details.filter(([, text]) => (text ?? '') !== '')) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of the file itself: a name such as `constructor` is nothing that was written there. */
function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
