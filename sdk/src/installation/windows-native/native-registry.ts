import { MicroSipError } from '../../microsip-error.ts';
import { changingDenied, readingDenied } from '../registry/access-denied.ts';
import { defaultView, describeKey, requireKeyPath } from '../registry/key-path.ts';
import { KeyTree } from '../registry/key-tree.ts';
import { decodeRegistryData, encodeRegistryData } from '../registry/registry-data.ts';
import { requireEdit } from '../registry/registry-edits.ts';
import type {
  RegistryEdit,
  RegistryKey,
  RegistryPath,
  RegistryRoot,
  RegistryView,
  WindowsRegistry,
} from '../registry/windows-registry.ts';
import type { Koffi } from './koffi.ts';
import {
  keyAccess,
  RegistryFunctions,
  windowsError,
  type KeyUse,
  type RegistryHandle,
} from './registry-functions.ts';

/** `HKEY_CURRENT_USER` and `HKEY_LOCAL_MACHINE`: 32-bit numbers that Windows widens with their sign. */
const roots: Record<RegistryRoot, RegistryHandle> = { HKCU: 0x8000_0001 | 0, HKLM: 0x8000_0002 | 0 };

const missing: readonly number[] = [
  windowsError.fileNotFound,
  windowsError.pathNotFound,
  windowsError.keyDeleted,
];

/** The registry by Windows' own functions. */
export function nativeRegistry(koffi: Koffi): WindowsRegistry {
  return new NativeRegistry(new RegistryFunctions(koffi));
}

class NativeRegistry implements WindowsRegistry {
  readonly #functions: RegistryFunctions;

  constructor(functions: RegistryFunctions) {
    this.#functions = functions;
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- Windows answers at once, other ways to the registry do not
  async read(key: RegistryPath, signal: AbortSignal): Promise<RegistryKey | undefined> {
    requireKeyPath(key);
    signal.throwIfAborted();
    const { root, path, view = defaultView } = key;
    const { error, result } = this.#functions.withKey(roots[root], path, keyAccess.read, view, (opened) =>
      this.#tree(opened, view),
    );
    if (result !== undefined) return result;
    if (missing.includes(error)) return undefined;
    throw error === windowsError.accessDenied ? readingDenied(key) : unexpected('read', key, error);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- as above
  async change(edits: readonly RegistryEdit[], signal: AbortSignal): Promise<void> {
    edits.forEach(requireEdit);
    for (const edit of edits) {
      signal.throwIfAborted();
      const error = this.#apply(edit);
      if (error === windowsError.success) continue;
      if (error === windowsError.accessDenied) throw changingDenied([edit.key]);
      throw unexpected('change', edit.key, error);
    }
  }

  #apply(edit: RegistryEdit): number {
    switch (edit.edit) {
      case 'set':
        return this.#set(edit);
      case 'remove-value':
        return orMissing(this.#removeValue(edit.key, edit.name));
      case 'remove-key':
        return orMissing(this.#removeKey(edit.key));
      case 'remove-empty-key':
        return orMissing(this.#removeEmptyKey(edit.key));
    }
  }

  #set({ key, name, value }: Extract<RegistryEdit, { edit: 'set' }>): number {
    const { root, path, view = defaultView } = key;
    const made = this.#functions.withMadeKey(roots[root], path, keyAccess.setValue, view, (opened) =>
      this.#functions.setValue(opened, name, encodeRegistryData(value)),
    );
    return made.result ?? made.error;
  }

  #removeValue({ root, path, view = defaultView }: RegistryPath, name: string): number {
    const { result, error } = this.#functions.withKey(roots[root], path, keyAccess.setValue, view, (opened) =>
      this.#functions.deleteValue(opened, name),
    );
    return result ?? error;
  }

  #removeKey({ root, path, view = defaultView }: RegistryPath): number {
    const emptied = this.#functions.withKey(roots[root], path, keyAccess.remove, view, (opened) =>
      this.#functions.deleteContents(opened),
    );
    const error = emptied.result ?? emptied.error;
    return error === windowsError.success ? this.#functions.deleteKey(roots[root], path, view) : error;
  }

  #removeEmptyKey({ root, path, view = defaultView }: RegistryPath): number {
    const look = (): KeyUse<boolean> =>
      this.#functions.withKey(
        roots[root],
        path,
        keyAccess.read,
        view,
        (opened) =>
          this.#functions.value(opened, 0) === undefined && this.#functions.keyName(opened, 0) === undefined,
      );
    const { error, result: isEmpty } = look();
    if (isEmpty !== true) return error;
    const removal = this.#functions.deleteKey(roots[root], path, view);
    // Windows refuses so what has got a key below it meanwhile.
    const isRefused = removal === windowsError.accessDenied && look().result === false;
    return isRefused ? windowsError.success : removal;
  }

  #tree(key: RegistryHandle, view: RegistryView): KeyTree {
    const tree = new KeyTree();
    for (let index = 0; ; index++) {
      const value = this.#functions.value(key, index);
      if (value === undefined) break;
      tree.values.set(value.name, decodeRegistryData(value));
    }
    for (let index = 0; ; index++) {
      const name = this.#functions.keyName(key, index);
      if (name === undefined) return tree;
      const { error, result } = this.#functions.withKey(key, name, keyAccess.read, view, (below) =>
        this.#tree(below, view),
      );
      // One key among many that may not be read does not hide the others: it stands there empty.
      if (!missing.includes(error)) tree.keys.set(name, result ?? new KeyTree());
    }
  }
}

/** What is not there needs no removal. */
function orMissing(error: number): number {
  return missing.includes(error) ? windowsError.success : error;
}

function unexpected(doing: 'read' | 'change', key: RegistryPath, error: number): MicroSipError {
  return new MicroSipError(
    'INTERNAL',
    `Windows could not ${doing} ${describeKey(key)}: error ${error}. "net helpmsg ${error}" says what it means.`,
  );
}
