import { MicroSipError } from '../microsip-error.ts';
import type { ChangeOptions, SettingsChange } from '../settings/settings-change.ts';
import type { SettingsFile } from '../settings/settings-file.ts';
import type { Contact, ContactChanges, NewContact } from './contact.ts';
import type { ContactsDocument } from './contacts-document.ts';
import type { ContactEdit } from './edit-contacts.ts';
import type { PlannedContactChange } from './plan-contact-change.ts';

/** What became of a contact. */
export interface ContactChange extends SettingsChange {
  /** The contact as it was; not for a new one. */
  readonly before?: Contact;
  /** The contact as it is; not for a removed one. */
  readonly after?: Contact;
}

/** Limits of reading the contacts. */
export interface ContactOptions {
  /** Gives up early with `CANCELLED`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until `TIMEOUT`; 5000 if not given. */
  readonly timeoutMs?: number | undefined;
}

const defaultTimeoutMs = 5000;

/**
 * The contacts of a phone: its `Contacts.xml` (facts F.2).
 *
 * MicroSIP reads the file when it starts and writes all of it when a contact changes, so a change is a transaction as
 * with the settings: it is refused while the phone runs, or ends the phone for as long; a backup is kept. What the kit
 * does not know in the file stays as it is.
 *
 * @example
 * ```ts
 * await phone.contacts.add({ number: '101', name: 'Ada' }, { restart: true });
 * const [ada] = await phone.contacts.search('ada');
 * ```
 */
export class ContactBook {
  /** The file. It need not exist. */
  readonly path: string;
  readonly #settings: SettingsFile;

  /**
   * The contacts of a phone found some other way; `MicroSip.contacts` is that of a connected one.
   *
   * @param file - the path of `Contacts.xml`
   * @param settings - the settings of the phone, which know when they may be changed
   */
  constructor(file: string, settings: SettingsFile) {
    this.path = file;
    this.#settings = settings;
  }

  /**
   * All contacts, in the order of the file. A running phone may know others until it writes them.
   *
   * @param options - limits
   * @throws MicroSipError `SETTINGS_DAMAGED` for what is no file of contacts, `SETTINGS_BUSY` when it cannot be read
   * now, `TIMEOUT`, `CANCELLED`
   */
  async list(options: ContactOptions = {}): Promise<readonly Contact[]> {
    return (await this.#read(options)).contacts.map(({ contact }) => contact);
  }

  /**
   * The contacts that a text can mean, best first: a number in any notation or a part of one, a name or the beginnings
   * of its words, any other detail. Case and diacritics do not matter.
   *
   * @param text - what to look for
   * @param options - limits
   * @throws MicroSipError as {@link ContactBook.list}
   * @example
   * ```ts
   * await phone.contacts.search('lovel'); // Ada Lovelace
   * await phone.contacts.search('030/1234567'); // who has +49 30 1234567
   * ```
   */
  async search(text: string, options: ContactOptions = {}): Promise<readonly Contact[]> {
    const { searchContacts } = await import('./search-contacts.ts');
    return searchContacts(await this.list(options), text);
  }

  /**
   * A text that is another one once the contacts may have changed: cheap enough to be asked for every few seconds, which
   * is the way to follow them.
   *
   * @throws MicroSipError `SETTINGS_BUSY` when the file cannot be looked at
   */
  async revision(): Promise<string> {
    const { fileStamp } = await import('../settings/transaction/file-stamp.ts');
    return JSON.stringify([this.path, await fileStamp(this.path)]);
  }

  /**
   * Adds a contact. Older versions of MicroSIP know fewer attributes, and drop the others with their next change.
   *
   * @param contact - its number, and what else is known of it
   * @param options - what to do with a phone that runs, and limits
   * @throws MicroSipError `INVALID_ARGUMENT` when a contact has that number already, or for text that cannot be written;
   * `SETTINGS_BUSY` when the phone runs; `SETTINGS_DAMAGED`; `TIMEOUT`; `CANCELLED`. Nothing was changed then
   * @example
   * ```ts
   * await phone.contacts.add({ number: '+49 30 1234567', name: 'Ada', starred: true });
   * ```
   */
  async add(contact: NewContact, options?: ChangeOptions): Promise<ContactChange> {
    return await this.change({ do: 'add', contact }, options);
  }

  /**
   * Changes a contact.
   *
   * @param number - its number, in any notation
   * @param changes - what to change; an empty text removes a detail
   * @param options - as for {@link ContactBook.add}
   * @throws MicroSipError as {@link ContactBook.add}; `INVALID_ARGUMENT` also when no contact has the number, several
   * have it, or the contact comes from the directory, whose refresh would undo it
   * @example
   * ```ts
   * await phone.contacts.update('030/1234567', { name: 'Ada Lovelace', email: '' });
   * ```
   */
  async update(number: string, changes: ContactChanges, options?: ChangeOptions): Promise<ContactChange> {
    return await this.change({ do: 'update', number, changes }, options);
  }

  /**
   * Removes a contact.
   *
   * @param number - its number, in any notation
   * @param options - as for {@link ContactBook.add}
   * @throws MicroSipError as {@link ContactBook.update}
   * @example
   * ```ts
   * await phone.contacts.remove('101', { restart: true });
   * ```
   */
  async remove(number: string, options?: ChangeOptions): Promise<ContactChange> {
    return await this.change({ do: 'remove', number }, options);
  }

  /**
   * What a change would make of a contact, without making it: what `--dry-run` shows.
   *
   * @param edit - the change, as data
   * @param options - limits
   * @throws MicroSipError as the change itself would, but for `SETTINGS_BUSY`
   */
  async plan(edit: ContactEdit, options: ContactOptions = {}): Promise<Omit<PlannedContactChange, 'bytes'>> {
    const { planContactChange } = await import('./plan-contact-change.ts');
    const { after, before, changed } = planContactChange(await this.#read(options), edit);
    return { changed, ...(before && { before }), ...(after && { after }) };
  }

  /**
   * Makes a change given as data: what `add`, `update` and `remove` do.
   *
   * @param edit - the change, as data
   * @param options - as for {@link ContactBook.add}
   * @throws MicroSipError as they do
   */
  async change(edit: ContactEdit, options: ChangeOptions = {}): Promise<ContactChange> {
    const { planContactChange } = await import('./plan-contact-change.ts');
    const { parseContacts } = await import('./contacts-document.ts');
    // What is wrong with the change or the file shows before the phone is asked for anything.
    let planned = planContactChange(await this.#read(options), edit);
    const change = await this.#settings.changeFile(
      this.path,
      (bytes) => {
        planned = planContactChange(parseContacts(this.path, bytes), edit);
        return planned.bytes;
      },
      options,
    );
    const { before, after } = planned;
    return { ...change, ...(before && { before }), ...(after && { after }) };
  }

  async #read({ signal, timeoutMs = defaultTimeoutMs }: ContactOptions): Promise<ContactsDocument> {
    const { readContacts } = await import('./read-contacts.ts');
    const { TimeLimit } = await import('../settings/transaction/time-limit.ts');
    using limit = new TimeLimit(timeoutMs, signal);
    try {
      return await limit.wait('Reading the contacts', (ended) => readContacts(this.path, ended));
    } catch (error) {
      if (signal?.aborted !== true) throw error;
      throw new MicroSipError('CANCELLED', 'Reading the contacts was cancelled.', { cause: error });
    }
  }
}
