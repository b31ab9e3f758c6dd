import type { RegistryKey, RegistryValue } from '../../../sdk/src/installation/registry/windows-registry.ts';

/** A key of the registry as plain data. */
export interface ComparableKey {
  readonly values: ReadonlyMap<string, RegistryValue>;
  readonly keys: ReadonlyMap<string, ComparableKey>;
}

/** A key as plain data, whichever class holds it. The order of names does not count among maps. */
export function comparableKey(key: RegistryKey): ComparableKey;
export function comparableKey(key: RegistryKey | undefined): ComparableKey | undefined;
export function comparableKey(key: RegistryKey | undefined): ComparableKey | undefined {
  if (key === undefined) return undefined;
  return {
    values: new Map(key.values),
    keys: new Map([...key.keys].map(([name, below]) => [name, comparableKey(below)])),
  };
}
