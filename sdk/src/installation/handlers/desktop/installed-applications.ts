import { readFile } from 'node:fs/promises';
import path from 'node:path';

import type { SchemeName } from '../../../catalogue/scheme.ts';
import { systemErrorCode } from '../../../system-error.ts';
import { defaultApplications, namedIn } from './default-applications.ts';
import { readDesktopFile, type DesktopFile } from './desktop-file.ts';
import { KeyFile } from './key-file.ts';
import type { XdgFolders } from './xdg-folders.ts';

/** A desktop file that may open links. */
export interface InstalledApplication {
  /** The name by which lists know it. */
  readonly id: string;
  readonly file: string;
  readonly desktopFile: DesktopFile;
}

/** What a desktop says of the links of one scheme. */
export interface DesktopRegistration {
  readonly scheme: SchemeName;
  /** What is chosen, and the list that says so; left out where nothing that is there is chosen. */
  readonly choice?: { readonly application: InstalledApplication; readonly list: string };
  /** What opens the links without a choice: the first that claims to. */
  readonly candidate?: InstalledApplication;
  /** Names in the lists that lead to no desktop file. */
  readonly gone: readonly string[];
}

interface ReadList {
  readonly file: string;
  readonly list: KeyFile;
}

/** The applications of a desktop, as the specifications of desktop files and of default applications have them. */
export class InstalledApplications {
  readonly #folders: XdgFolders;
  readonly #signal: AbortSignal;
  readonly #lists: Promise<readonly ReadList[]>;
  readonly #caches: Promise<readonly ReadList[]>;

  constructor(folders: XdgFolders, signal: AbortSignal) {
    this.#folders = folders;
    this.#signal = signal;
    const names = [...folders.desktops.map((name) => `${name}-mimeapps.list`), 'mimeapps.list'];
    this.#lists = this.#readAll(
      folders.lists.flatMap((folder) => names.map((name) => path.posix.join(folder, name))),
    );
    this.#caches = this.#readAll(
      folders.applications.map((folder) => path.posix.join(folder, 'mimeinfo.cache')),
    );
  }

  /** Who opens the links of a scheme. */
  async of(scheme: SchemeName): Promise<DesktopRegistration> {
    const [lists, caches] = await Promise.all([this.#lists, this.#caches]);
    const gone: string[] = [];
    let choice: DesktopRegistration['choice'];
    for (const { file, list } of lists) {
      for (const id of namedIn(list, defaultApplications, scheme)) {
        const application = await this.#find(id);
        if (application === undefined) gone.push(id);
        else choice ??= { application, list: file };
      }
    }
    const removed = new Set(lists.flatMap(({ list }) => namedIn(list, 'Removed Associations', scheme)));
    const ids = [
      ...lists.flatMap(({ list }) => namedIn(list, 'Added Associations', scheme)),
      ...caches.flatMap(({ list }) => namedIn(list, 'MIME Cache', scheme)).filter((id) => !removed.has(id)),
    ];
    let candidate: InstalledApplication | undefined;
    for (const id of ids) candidate ??= await this.#find(id);
    return {
      scheme,
      ...(choice !== undefined && { choice }),
      ...(candidate !== undefined && { candidate }),
      gone: [...new Set(gone)],
    };
  }

  /** Dashes in a name may stand for folders. */
  async #find(id: string): Promise<InstalledApplication | undefined> {
    if (!id.endsWith('.desktop') || id.includes('/') || id.includes('\0')) return undefined;
    const parts = id.split('-');
    const names = parts.map((_, index) => [...parts.slice(0, index), parts.slice(index).join('-')].join('/'));
    for (const folder of this.#folders.applications) {
      for (const name of names) {
        const file = path.posix.join(folder, name);
        const text = await readText(file, this.#signal);
        if (text === undefined) continue;
        const desktopFile = readDesktopFile(text);
        return desktopFile === undefined ? undefined : { id, file, desktopFile };
      }
    }
    return undefined;
  }

  async #readAll(files: readonly string[]): Promise<readonly ReadList[]> {
    const read = await Promise.all(
      files.map(async (file) => ({ file, text: await readText(file, this.#signal) })),
    );
    return read.flatMap(({ file, text }) => (text === undefined ? [] : [{ file, list: new KeyFile(text) }]));
  }
}

/** Nothing for what is not there or cannot be read: it opens no links. */
async function readText(file: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await readFile(file, { encoding: 'utf8', signal });
  } catch (error) {
    signal.throwIfAborted();
    if (systemErrorCode(error) !== undefined) return undefined;
    throw error;
  }
}
