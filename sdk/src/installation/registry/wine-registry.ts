import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';

import { MicroSipError } from '../../microsip-error.ts';
import { isSystemError } from '../../system-error.ts';
import { foldName } from './key-names.ts';
import { defaultView, keyNames, requireKeyPath } from './key-path.ts';
import type {
  RegistryEdit,
  RegistryKey,
  RegistryPath,
  RegistryRoot,
  WindowsRegistry,
} from './windows-registry.ts';
import { WineRegistryFile } from './wine-registry-file.ts';

const files: Readonly<Record<RegistryRoot, string>> = { HKCU: 'user.reg', HKLM: 'system.reg' };

/** Where 64-bit Windows keeps `HKLM\Software` of 32-bit programs. */
const redirectedSoftware = 'Wow6432Node';

/** A file as it was when it was read. */
interface ReadFile {
  readonly version: string;
  readonly file: WineRegistryFile;
}

/**
 * The registry of a prefix of Wine, out of its files and so without starting Wine. It is read only: a running Wine
 * would write its own over the change. What changes in a running Wine comes into the files half a minute later, or
 * when its last program ends.
 */
export class WineRegistry implements WindowsRegistry {
  readonly #prefix: string;
  readonly #read = new Map<RegistryRoot, ReadFile>();

  /** @param prefix - the folder of the prefix, which `user.reg` and `system.reg` lie in */
  constructor(prefix: string) {
    this.#prefix = prefix;
  }

  async read(key: RegistryPath, signal: AbortSignal): Promise<RegistryKey | undefined> {
    requireKeyPath(key);
    signal.throwIfAborted();
    const file = await this.#file(key.root, signal);
    if (file === undefined) return undefined;
    return file.read(file.isOf32BitWindows ? key.path : seenPath(key));
  }

  change(edits: readonly RegistryEdit[]): Promise<void> {
    const [edit] = edits;
    if (edit === undefined) return Promise.resolve();
    return Promise.reject(
      new MicroSipError(
        'UNSUPPORTED',
        `The registry of the Wine prefix "${this.#prefix}" is only read from here. Change it in Wine: WINEPREFIX="${this.#prefix}" wine regedit.`,
      ),
    );
  }

  async #file(root: RegistryRoot, signal: AbortSignal): Promise<WineRegistryFile | undefined> {
    const name = path.join(this.#prefix, files[root]);
    try {
      const { mtimeMs, size, ino } = await stat(name);
      const version = `${mtimeMs} ${size} ${ino}`;
      const known = this.#read.get(root);
      if (known?.version === version) return known.file;
      const file = new WineRegistryFile(await readFile(name, { signal }));
      this.#read.set(root, { version, file });
      return file;
    } catch (error) {
      signal.throwIfAborted();
      if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return undefined;
      throw new MicroSipError(
        'ACCESS_DENIED',
        `"${name}", the registry of a Wine prefix, cannot be read. Check who may read it.`,
        { cause: error },
      );
    }
  }
}

/** Where a key lies for programs of its view. Keys that both views share are links there, or lie in one place only. */
function seenPath({ root, path, view = defaultView }: RegistryPath): string {
  const [first = '', second = '', ...rest] = keyNames(path);
  if (root !== 'HKLM' || view === 64 || foldName(first) !== 'SOFTWARE') return path;
  if (foldName(second) === foldName(redirectedSoftware)) return path;
  return [first, redirectedSoftware, second, ...rest].filter((name) => name !== '').join('\\');
}
