import type {
  RegistryEdit,
  RegistryKey,
  RegistryPath,
  RegistryValue,
  WindowsRegistry,
} from '../../../sdk/src/installation/registry/windows-registry.ts';

/** A key as a test writes it: texts are values, objects are keys below; `''` is the default value. */
export interface WrittenKey {
  readonly [name: string]: string | RegistryValue | WrittenKey;
}

interface Key {
  readonly values: Map<string, { readonly name: string; readonly value: RegistryValue }>;
  readonly keys: Map<string, { readonly name: string; readonly key: Key }>;
}

/**
 * A registry in memory by Windows' rules: names keep their case and are found in any, `HKCU\Software` is one in both
 * views, and so is `HKLM\Software\Classes`, while the rest of `HKLM\Software` is not.
 */
export class MemoryRegistry implements WindowsRegistry {
  /** How many changes are made before the process dies, as one that is killed does. */
  diesAfter = Infinity;
  readonly #roots = new Map<string, Key>();

  constructor(roots: Readonly<Record<string, WrittenKey>> = {}) {
    for (const [name, written] of Object.entries(roots)) {
      const [root, ...path] = name.split('\\');
      if (root !== 'HKCU' && root !== 'HKLM') throw new Error(`No such root: ${name}`);
      this.write({ root, path: path.join('\\') }, written);
    }
  }

  /** Puts a key there as it is written, beside what is there. */
  write(place: RegistryPath, written: WrittenKey): void {
    const key = this.#make(place);
    for (const [name, content] of Object.entries(written)) {
      if (typeof content === 'string') setValue(key, name, { type: 'string', text: content });
      else if (isValue(content)) setValue(key, name, content);
      else this.write({ ...place, path: `${place.path}\\${name}` }, content);
    }
  }

  read(place: RegistryPath, signal: AbortSignal): Promise<RegistryKey | undefined> {
    signal.throwIfAborted();
    const key = this.#find(place);
    return Promise.resolve(key === undefined ? undefined : asRead(key));
  }

  change(edits: readonly RegistryEdit[], signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    for (const edit of edits) {
      if (this.diesAfter-- <= 0) return Promise.reject(new Error('killed'));
      this.#edit(edit);
    }
    return Promise.resolve();
  }

  /** All there is, in a form that two states are compared in; two equal ones are the same in every byte. */
  export(): unknown {
    return [...this.#roots].map(([name, key]) => [name, exported(key)]);
  }

  #edit(edit: RegistryEdit): void {
    if (edit.edit === 'set') setValue(this.#make(edit.key), edit.name, edit.value);
    else if (edit.edit === 'remove-value') this.#find(edit.key)?.values.delete(folded(edit.name));
    else {
      const found = this.#find(edit.key);
      const isEmpty = found?.values.size === 0 && found.keys.size === 0;
      if (edit.edit === 'remove-empty-key' && !isEmpty) return;
      const names = edit.key.path.split('\\');
      const above = this.#find({ ...edit.key, path: names.slice(0, -1).join('\\') });
      above?.keys.delete(folded(names.at(-1) ?? ''));
    }
  }

  #root({ path, root, view = 32 }: RegistryPath): Key {
    const isShared = root === 'HKCU' || /^software\\classes(?:\\|$)/iu.test(path);
    const name = isShared ? root : `${root}/${view}`;
    const key = this.#roots.get(name) ?? emptyKey();
    this.#roots.set(name, key);
    return key;
  }

  #find(place: RegistryPath): Key | undefined {
    let key: Key | undefined = this.#root(place);
    for (const name of place.path.split('\\')) key = key?.keys.get(folded(name))?.key;
    return key;
  }

  #make(place: RegistryPath): Key {
    let key = this.#root(place);
    for (const name of place.path.split('\\')) {
      const below = key.keys.get(folded(name)) ?? { name, key: emptyKey() };
      key.keys.set(folded(name), below);
      key = below.key;
    }
    return key;
  }
}

function emptyKey(): Key {
  return { values: new Map(), keys: new Map() };
}

/** A value that is there keeps the case of its name. */
function setValue({ values }: Key, name: string, value: RegistryValue): void {
  values.set(folded(name), { name: values.get(folded(name))?.name ?? name, value });
}

function asRead({ keys, values }: Key): RegistryKey {
  return {
    values: new Map([...values.values()].map(({ name, value }) => [name, value])),
    keys: new Map([...keys.values()].map(({ name, key }) => [name, asRead(key)])),
  };
}

function exported({ keys, values }: Key): unknown {
  return {
    values: [...values.values()]
      .map(({ name, value }) => [
        name,
        value.type === 'binary' ? { ...value, bytes: [...value.bytes] } : value,
      ])
      .sort(byName),
    keys: [...keys.values()].map(({ name, key }) => [name, exported(key)]).sort(byName),
  };
}

function byName([left]: readonly unknown[], [right]: readonly unknown[]): number {
  return String(left) < String(right) ? -1 : 1;
}

function isValue(content: RegistryValue | WrittenKey): content is RegistryValue {
  return (
    'type' in content &&
    typeof content.type === 'string' &&
    ('text' in content || 'number' in content || 'bytes' in content)
  );
}

function folded(name: string): string {
  return name.toUpperCase();
}
