import assert from 'node:assert/strict';

import type {
  RegistryEdit,
  RegistryKey,
  WindowsRegistry,
} from '../../../sdk/src/installation/registry/windows-registry.ts';
import { loadKoffi } from '../../../sdk/src/installation/windows-native/koffi.ts';

/** Opens a link as a click on it does; the shell answers with a number above 32 when it found a program. */
export async function openLink(link: string): Promise<number> {
  const koffi = await loadKoffi();
  assert.ok(koffi, 'koffi loads');
  const shell = koffi.load('shell32.dll');
  const execute = shell.func(
    'intptr_t __stdcall ShellExecuteW(void *window, str16 verb, str16 file, str16 parameters, str16 folder, int show)',
  );
  const showNormal = 1;
  return Number(execute(null, null, link, null, null, showNormal));
}

/** Whether this Windows is Wine. */
export async function isWine(): Promise<boolean> {
  const koffi = await loadKoffi();
  assert.ok(koffi, 'koffi loads');
  try {
    koffi.load('ntdll.dll').func('str __cdecl wine_get_version()');
    return true;
  } catch {
    // The function is how Wine is recognised; Windows has none of this name.
    return false;
  }
}

/**
 * Copies the user's class of a scheme to the machine until the end of the block: Wine 8 shows programs the machine's
 * classes only (`HKEY_CLASSES_ROOT` is `HKLM\Software\Classes` there), Windows those of both.
 */
export async function seenByWine(
  registry: WindowsRegistry,
  scheme: string,
  signal: AbortSignal,
): Promise<AsyncDisposable> {
  const path = `Software\\Classes\\${scheme}`;
  const user = await registry.read({ root: 'HKCU', path }, signal);
  assert.ok(user, `${scheme} is registered for the user`);
  const machine = { root: 'HKLM', path, view: 64 } as const;
  assert.equal(await registry.read(machine, signal), undefined);
  await registry.change(copyOf(user, path), signal);
  return {
    [Symbol.asyncDispose]: () => registry.change([{ edit: 'remove-key', key: machine }], signal),
  };
}

function copyOf(key: RegistryKey, path: string): readonly RegistryEdit[] {
  const place = { root: 'HKLM', path, view: 64 } as const;
  return [
    ...[...key.values].map(([name, value]): RegistryEdit => ({ edit: 'set', key: place, name, value })),
    ...[...key.keys].flatMap(([name, below]) => copyOf(below, `${path}\\${name}`)),
  ];
}
