import { foldName } from '../../registry/key-names.ts';
import type { RegistryEdit, RegistryKey, RegistryValue } from '../../registry/windows-registry.ts';

interface FlatKey {
  /** With the case it has in the registry, or got. */
  readonly path: string;
  readonly values: Map<string, RegistryValue>;
}

/**
 * A part of the user's registry as it would be after changes, and the changes that make it so. Only keys that were read
 * are known to it; the keys above them count as there.
 */
export class UserRegistryPart {
  readonly edits: RegistryEdit[] = [];
  readonly #keys = new Map<string, FlatKey>();
  readonly #read: readonly string[];

  /** @param keys - what was read, by paths below `HKEY_CURRENT_USER`; nothing for a key that is not there */
  constructor(keys: ReadonlyMap<string, RegistryKey | undefined>) {
    this.#read = [...keys.keys()].map(foldName);
    for (const [path, key] of keys) if (key !== undefined) this.#take(path, key);
  }

  has(path: string): boolean {
    return this.#keys.has(foldName(path)) || !this.#read.some((read) => isSameOrBelow(foldName(path), read));
  }

  valueAt(path: string, name: string): RegistryValue | undefined {
    return this.#keys.get(foldName(path))?.values.get(foldName(name));
  }

  /** Whether a key is there that holds nothing. */
  isEmpty(path: string): boolean {
    const key = this.#keys.get(foldName(path));
    if (key === undefined || key.values.size > 0) return false;
    const below = `${foldName(path)}\\`;
    return ![...this.#keys.keys()].some((other) => other.startsWith(below));
  }

  /** @returns the keys that had to be made for it, the upper ones first */
  set(path: string, name: string, value: RegistryValue): readonly string[] {
    const made: string[] = [];
    const names = path.split('\\');
    for (let length = 1; length <= names.length; length++) {
      const above = names.slice(0, length).join('\\');
      if (this.has(above)) continue;
      this.#keys.set(foldName(above), { path: above, values: new Map() });
      made.push(above);
    }
    this.#keys.get(foldName(path))?.values.set(foldName(name), value);
    this.edits.push({ edit: 'set', key: { root: 'HKCU', path }, name, value });
    return made;
  }

  removeValue(path: string, name: string): void {
    this.#keys.get(foldName(path))?.values.delete(foldName(name));
    this.edits.push({ edit: 'remove-value', key: { root: 'HKCU', path }, name });
  }

  /** @param how - whether others may put something into it before that, which stays then */
  removeKey(path: string, how: 'remove-key' | 'remove-empty-key'): void {
    this.#keys.delete(foldName(path));
    this.edits.push({ edit: how, key: { root: 'HKCU', path } });
  }

  #take(path: string, key: RegistryKey): void {
    const values = new Map([...key.values].map(([name, value]) => [foldName(name), value]));
    this.#keys.set(foldName(path), { path, values });
    for (const [name, below] of key.keys) this.#take(`${path}\\${name}`, below);
  }
}

function isSameOrBelow(path: string, ancestor: string): boolean {
  return path === ancestor || path.startsWith(`${ancestor}\\`);
}
