import { sameName } from './key-names.ts';
import { keyNames } from './key-path.ts';
import { registryKind, textWithin } from './registry-data.ts';
import type { RegistryKey, RegistryValue } from './windows-registry.ts';

/**
 * A value of a key, whatever the case of its name.
 *
 * @param name - `''` for the default value
 */
export function valueOf(key: RegistryKey | undefined, name: string): RegistryValue | undefined {
  return entryOf(key?.values, name);
}

/**
 * A key below a key, whatever the case of the names.
 *
 * @param path - with backslashes between the names: `shell\open\command`
 */
export function subkeyOf(key: RegistryKey | undefined, path: string): RegistryKey | undefined {
  return keyNames(path).reduce<RegistryKey | undefined>((above, name) => entryOf(above?.keys, name), key);
}

/**
 * The text of a value, as programs read it: up to its first NUL, also where a careless installer left out the NUL at
 * the end. Nothing for a value that is no text. Names of environment variables stay; see `expandVariables`.
 */
export function textOf(value: RegistryValue | undefined): string | undefined {
  switch (value?.type) {
    case 'string':
    case 'expandable-string':
      return value.text;
    case 'binary': {
      const { kind, bytes } = value;
      return kind === registryKind.string || kind === registryKind.expandableString
        ? textWithin(bytes)
        : undefined;
    }
    case 'number':
    case undefined:
      return undefined;
  }
}

/** The text of a value of a key, whatever the case of its name. */
export function textAt(key: RegistryKey | undefined, name: string): string | undefined {
  return textOf(valueOf(key, name));
}

function entryOf<T>(entries: ReadonlyMap<string, T> | undefined, name: string): T | undefined {
  if (entries === undefined) return undefined;
  const exact = entries.get(name);
  if (exact !== undefined) return exact;
  for (const [candidate, entry] of entries) if (sameName(candidate, name)) return entry;
  return undefined;
}
