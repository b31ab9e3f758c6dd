import { MicroSipError, type Contact, type ContactSearch } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { PhoneConnection } from '../phone/phone-connection.ts';
import type { BookContact, FolderContacts } from './book-contact.ts';
import type { ContactNames } from './contact-names.ts';
import type { SearchEntry } from './search-entry.ts';
import type { WorkspaceContacts } from './workspace-contacts.ts';

/** All contacts, by where they come from. It is the same object as long as nothing has changed. */
export interface BookContents {
  readonly microsip: readonly BookContact[];
  readonly folders: readonly FolderContacts[];
  /** Why MicroSIP's contacts are those that were known before, or none. */
  readonly failure?: MicroSipError | undefined;
}

interface OwnContacts extends Pick<BookContents, 'microsip' | 'failure'> {
  /** Of the file they are from. */
  readonly path: string | undefined;
  readonly revision: string | undefined;
}

const none: OwnContacts = { microsip: [], path: undefined, revision: undefined };

/**
 * The contacts of a window: MicroSIP's, and those in `.vscode/contacts.json` of the workspace's folders. Nothing is read
 * before the first question; from then on the workspace's files are watched, while MicroSIP's are looked at when somebody
 * asks.
 */
export class ContactBook implements vscode.Disposable {
  readonly #connection: PhoneConnection;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  #own = none;
  #workspace: Promise<WorkspaceContacts> | undefined;
  #contents: BookContents = { microsip: [], folders: [] };
  #search: { readonly of: BookContents; readonly search: ContactSearch<SearchEntry> } | undefined;
  #names: { readonly of: readonly BookContact[]; readonly names: ContactNames } | undefined;
  #isDisposed = false;

  /** The contacts of the workspace changed, or others of MicroSIP were found at a question. */
  readonly onDidChange = this.#changed.event;

  constructor(connection: PhoneConnection, log: vscode.LogOutputChannel) {
    this.#connection = connection;
    this.#log = log;
  }

  /** All contacts: MicroSIP's first. Where MicroSIP's cannot be read, those of the workspace are there all the same. */
  async all(): Promise<readonly BookContact[]> {
    const { folders, microsip } = await this.contents();
    return [microsip, ...folders.map(({ contacts }) => contacts)].flat();
  }

  /** All contacts, by where they come from. */
  async contents(): Promise<BookContents> {
    const [{ failure, microsip }, folders] = await Promise.all([this.#readOwn(), this.#readFolders()]);
    const known = this.#contents;
    if (
      microsip === known.microsip &&
      folders === known.folders &&
      failure?.message === known.failure?.message
    ) {
      return known;
    }
    const contents = { microsip, folders, failure };
    this.#contents = contents;
    this.#changed.fire();
    return contents;
  }

  /**
   * The contacts that a text can mean, best first: a number in any notation or a part of one, a name or the beginnings of
   * its words, any other detail.
   */
  async search(text: string): Promise<readonly BookContact[]> {
    const contents = await this.contents();
    if (this.#search?.of !== contents) {
      const { contactSearch } = await import('./search-entry.ts');
      this.#search = { of: contents, search: contactSearch(await this.all()) };
    }
    return this.#search.search.find(text).map(({ contact }) => contact);
  }

  /**
   * The names of contacts by their numbers, the same object as long as nothing has changed; `undefined` where there is no
   * contact. Only MicroSIP's own contacts count: a workspace's could give a stranger a friend's name.
   */
  async names(): Promise<ContactNames | undefined> {
    const { microsip } = await this.#readOwn();
    if (microsip.length === 0) return undefined;
    const { ContactNames } = await import('./contact-names.ts');
    if (this.#names?.of !== microsip) this.#names = { of: microsip, names: new ContactNames(microsip) };
    return this.#names.names;
  }

  /** Has everything read anew at the next question. */
  forget(): void {
    this.#own = none;
    void this.#workspace?.then((workspace) => workspace.forget());
  }

  /** Begins to say what is wrong in the workspace's files. */
  async watchWorkspace(): Promise<void> {
    await this.#readFolders();
  }

  dispose(): void {
    this.#isDisposed = true;
    void this.#workspace?.then((workspace) => workspace.dispose());
    this.#changed.dispose();
  }

  async #readOwn(): Promise<OwnContacts> {
    const { isLost, seen } = this.#connection;
    if (seen.trouble === 'NOT_INSTALLED') this.#own = none;
    if (isLost) return this.#own;
    try {
      await this.#connection.read(async ({ contacts }) => {
        // Those of another phone are not these, although these cannot be read.
        if (this.#own.path !== contacts.path) this.#own = { ...none, path: contacts.path };
        const revision = await contacts.revision();
        if (revision === this.#own.revision) return;
        this.#own = { microsip: (await contacts.list()).map(bookContact), path: contacts.path, revision };
      });
      return this.#own;
    } catch (error) {
      if (!(error instanceof MicroSipError)) throw error;
      this.#log.debug(`${error.code}: ${error.message}`);
      return { ...this.#own, failure: error };
    }
  }

  async #readFolders(): Promise<readonly FolderContacts[]> {
    this.#workspace ??= import('./workspace-contacts.ts').then(({ WorkspaceContacts }) => {
      const workspace = new WorkspaceContacts(this.#log);
      if (this.#isDisposed) workspace.dispose();
      else workspace.onDidChange(() => this.#changed.fire());
      return workspace;
    });
    return await (await this.#workspace).folders();
  }
}

function bookContact(contact: Contact): BookContact {
  const { directory: _directory, number, presence: _presence, starred, ...details } = contact;
  return { ...details, source: 'microsip', target: number, ...(starred && { starred }) };
}
