import { MicroSipError } from '../../microsip-error.ts';
import { sameName } from './key-names.ts';
import type { RegistryPath, RegistryRoot, RegistryView } from './windows-registry.ts';

/** What MicroSIP is, and so how it looks. */
export const defaultView: RegistryView = 32;

const rootNames: Readonly<Record<RegistryRoot, string>> = {
  HKCU: 'HKEY_CURRENT_USER',
  HKLM: 'HKEY_LOCAL_MACHINE',
};

/** The longest name of a key that Windows takes. */
const longestKeyName = 255;

/** A key by the root's full name, as Windows' own programs write it: `HKEY_CURRENT_USER\Software\MicroSIP`. */
export function fullKeyName({ root, path }: RegistryPath): string {
  return path === '' ? rootNames[root] : `${rootNames[root]}\\${path}`;
}

/** The names on the way to a key. */
export function keyNames(path: string): readonly string[] {
  return path === '' ? [] : path.split('\\');
}

/** A key as people are told about it; MicroSIP's own view needs no mention. */
export function describeKey({ root, path, view }: RegistryPath): string {
  return `${root}\\${path}${view === 64 ? ' (64-bit view)' : ''}`;
}

/**
 * Refuses what is no key: an empty part would lead Windows' functions to the key above, and its removal would take
 * everything there along.
 *
 * @throws MicroSipError `INVALID_ARGUMENT`
 */
export function requireKeyPath(key: RegistryPath): void {
  const names = keyNames(key.path);
  if (names.length > 0 && names.every((name) => name !== '' && !name.includes('\0') && fits(name))) return;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `"${key.path}" is no key of the registry: give names of up to ${longestKeyName} characters with single backslashes between them.`,
  );
}

/**
 * Refuses to remove what no program may remove: a root's direct child, such as `Software`.
 *
 * @throws MicroSipError `INVALID_ARGUMENT`
 */
export function requireRemovableKey(key: RegistryPath): void {
  requireKeyPath(key);
  if (keyNames(key.path).length >= 2) return;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `${describeKey(key)} holds what many programs need and is never removed: name a key below it.`,
  );
}

/** Whether two paths lead to the same key, as far as the registry shows both views alike. */
export function isSameOrBelow(key: RegistryPath, ancestor: RegistryPath): boolean {
  if (key.root !== ancestor.root) return false;
  if (key.root === 'HKLM' && (key.view ?? defaultView) !== (ancestor.view ?? defaultView)) return false;
  const names = keyNames(key.path);
  const above = keyNames(ancestor.path);
  return above.length <= names.length && above.every((name, index) => sameName(name, names[index] ?? ''));
}

function fits(name: string): boolean {
  return name.length <= longestKeyName;
}
