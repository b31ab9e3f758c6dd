import { foldName } from '../../registry/key-names.ts';
import type { RegistryKey } from '../../registry/windows-registry.ts';

/**
 * A class as programs see it in `HKEY_CLASSES_ROOT`: what the user has comes before what the machine has, key by key
 * and value by value.
 */
export function mergedClass(
  user: RegistryKey | undefined,
  machine: RegistryKey | undefined,
): RegistryKey | undefined {
  if (user === undefined || machine === undefined) return user ?? machine;
  const below = new Map([...machine.keys].map(([name, key]) => [foldName(name), { name, key }]));
  for (const [name, key] of user.keys) {
    const merged = mergedClass(key, below.get(foldName(name))?.key);
    if (merged !== undefined) below.set(foldName(name), { name, key: merged });
  }
  const values = new Map([...machine.values].map(([name, value]) => [foldName(name), { name, value }]));
  for (const [name, value] of user.values) values.set(foldName(name), { name, value });
  return {
    keys: new Map([...below.values()].map(({ name, key }) => [name, key])),
    values: new Map([...values.values()].map(({ name, value }) => [name, value])),
  };
}
