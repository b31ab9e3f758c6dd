import { checkTarget } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { BookContact, FolderContacts } from './book-contact.ts';
import type { FileContact } from './contacts-file.ts';
import { readContactsFile, type PlacedProblem } from './read-contacts-file.ts';
import { positionsIn } from './text-positions.ts';

/** Where a workspace folder has its contacts. */
export const contactsPath = '.vscode/contacts.json';

/** Room for tens of thousands of contacts, and read in a moment. In bytes. */
const longestFile = 8 * 1024 * 1024;

/** What was read of one folder. */
interface ReadFolder {
  readonly uri: vscode.Uri;
  readonly contacts: FolderContacts;
  readonly diagnostics: readonly ContactsDiagnostic[];
}

interface ContactsDiagnostic {
  readonly kind: PlacedProblem['kind'];
  readonly diagnostic: vscode.Diagnostic;
}

/** The contacts in `.vscode/contacts.json` of the workspace's folders, with what is wrong there told as diagnostics. */
export class WorkspaceContacts implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #diagnostics = vscode.languages.createDiagnosticCollection('microsip-contacts');
  readonly #subscriptions: vscode.Disposable;
  #watchers = vscode.Disposable.from();
  #read: Promise<readonly ReadFolder[]> | undefined;
  #folders: Promise<readonly FolderContacts[]> | undefined;
  #stamps = '';

  /** A file changed, came or went. */
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#subscriptions = vscode.Disposable.from(
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        this.#watch();
        this.forget();
      }),
      vscode.workspace.onDidOpenTextDocument((document) => this.#republish(document)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#republish(document)),
    );
    this.#watch();
  }

  /** The contacts of each folder that has a file of them; the same object as long as nothing changed. */
  async folders(): Promise<readonly FolderContacts[]> {
    // What changes before VS Code has set a watcher up, nobody tells of.
    const stamps = await this.#fileStamps();
    if (stamps !== this.#stamps) this.#folders = undefined;
    this.#stamps = stamps;
    this.#folders ??= this.#readAll().then((read) => read.map(({ contacts }) => contacts));
    return await this.#folders;
  }

  /** Reads the files anew at the next question. */
  forget(): void {
    this.#read = undefined;
    this.#folders = undefined;
    this.#changed.fire();
  }

  dispose(): void {
    this.#subscriptions.dispose();
    this.#watchers.dispose();
    this.#diagnostics.dispose();
    this.#changed.dispose();
  }

  #watch(): void {
    this.#watchers.dispose();
    this.#watchers = vscode.Disposable.from(
      ...(vscode.workspace.workspaceFolders ?? []).flatMap((folder) => {
        const watcher = vscode.workspace.createFileSystemWatcher(
          new vscode.RelativePattern(folder, contactsPath),
        );
        const changed = (): void => this.#fileChanged();
        return [
          watcher,
          watcher.onDidChange(changed),
          watcher.onDidCreate(changed),
          watcher.onDidDelete(changed),
        ];
      }),
    );
  }

  /** What is wrong with a file is told although nobody looks at the contacts. */
  #fileChanged(): void {
    this.forget();
    void this.folders();
  }

  /** By what the files differ from others that stood there; as little as can be known without reading them. */
  async #fileStamps(): Promise<string> {
    const stamps = (vscode.workspace.workspaceFolders ?? []).map(async ({ uri }) => {
      try {
        const { mtime, size } = await vscode.workspace.fs.stat(vscode.Uri.joinPath(uri, contactsPath));
        return `${mtime} ${size}`;
      } catch (error) {
        // Why it cannot be read is told where it is read.
        if (error instanceof Error) return 'none';
        throw error;
      }
    });
    return (await Promise.all(stamps)).join('\n');
  }

  #readAll(): Promise<readonly ReadFolder[]> {
    const reading = Promise.all(
      (vscode.workspace.workspaceFolders ?? []).map((folder) => this.#readFolder(folder)),
    ).then((read) => read.filter((folder) => folder !== undefined));
    this.#read = reading;
    void reading.then((read) => {
      // A later reading tells what is so now.
      if (this.#read === reading) this.#publish(read);
    });
    return reading;
  }

  async #readFolder(folder: vscode.WorkspaceFolder): Promise<ReadFolder | undefined> {
    const uri = vscode.Uri.joinPath(folder.uri, contactsPath);
    const text = await this.#textOf(uri);
    if (text === undefined) return undefined;
    const { contacts, problemCount, problems } =
      typeof text === 'string'
        ? readContactsFile(text, refusalOf, vscode.l10n)
        : { contacts: [], problems: [text], problemCount: 1 };
    return {
      uri,
      contacts: {
        folder: folder.name,
        file: uri.toString(),
        contacts: contacts.map((contact) => bookContact(contact, folder.name, uri)),
        problems: problemCount,
      },
      diagnostics: diagnosticsOf(typeof text === 'string' ? text : '', problems),
    };
  }

  /** The text of a file, or why it cannot be read; nothing where there is none. */
  async #textOf(uri: vscode.Uri): Promise<string | PlacedProblem | undefined> {
    const unreadable = (message: string): PlacedProblem => ({
      message,
      kind: 'meaning',
      offset: 0,
      length: 0,
    });
    try {
      const { size, type } = await vscode.workspace.fs.stat(uri);
      // Reading something else, such as a pipe, might never end.
      if ((type & vscode.FileType.File) === 0) return unreadable(vscode.l10n.t('This is no file.'));
      if (size > longestFile) {
        return unreadable(vscode.l10n.t('The file has {0} bytes, more than contacts can have.', size));
      }
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
      this.#log.warn(`${uri.toString()}: ${error.message}`);
      return unreadable(vscode.l10n.t('The file could not be read.'));
    }
  }

  #publish(read: readonly ReadFolder[]): void {
    this.#diagnostics.clear();
    for (const { diagnostics, uri } of read) {
      // What the schema tells of an open document need not be told twice.
      const isChecked = isOpen(uri) && hasJsonSupport();
      this.#diagnostics.set(
        uri,
        diagnostics
          .filter(({ kind }) => kind === 'meaning' || !isChecked)
          .map(({ diagnostic }) => diagnostic),
      );
    }
  }

  #republish({ uri }: vscode.TextDocument): void {
    if (!uri.path.endsWith(contactsPath)) return;
    const reading = this.#read;
    void reading?.then((read) => {
      if (this.#read === reading) this.#publish(read);
    });
  }
}

function refusalOf(target: string): string | undefined {
  const check = checkTarget(target);
  return check.ok ? undefined : check.error.message;
}

function bookContact({ number, ...others }: FileContact, folder: string, uri: vscode.Uri): BookContact {
  return { ...others, source: 'workspace', folder, file: uri.toString(), target: number };
}

function diagnosticsOf(text: string, problems: readonly PlacedProblem[]): readonly ContactsDiagnostic[] {
  if (problems.length === 0) return [];
  const positionOf = positionsIn(text);
  const place = (offset: number): vscode.Position => {
    const { character, line } = positionOf(offset);
    return new vscode.Position(line, character);
  };
  return problems.map(({ kind, length, message, offset }) => {
    // More than a line of the editor underlined hides what is wrong in it.
    const lineEnd = text.slice(offset, offset + length).search(/[\r\n]/u);
    const end = offset + (lineEnd < 0 ? length : lineEnd);
    const diagnostic = new vscode.Diagnostic(
      new vscode.Range(place(offset), place(end)),
      message,
      vscode.DiagnosticSeverity.Warning,
    );
    diagnostic.source = 'MicroSIP';
    return { kind, diagnostic };
  });
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some(
    (document) => !document.isClosed && document.uri.toString() === uri.toString(),
  );
}

function hasJsonSupport(): boolean {
  return vscode.extensions.getExtension('vscode.json-language-features') !== undefined;
}
