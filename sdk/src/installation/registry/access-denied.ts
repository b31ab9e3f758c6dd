import { MicroSipError } from '../../microsip-error.ts';
import { describeKey } from './key-path.ts';
import type { RegistryPath } from './windows-registry.ts';

/** The error for a key that Windows does not let this user read. */
export function readingDenied(key: RegistryPath): MicroSipError {
  return new MicroSipError(
    'ACCESS_DENIED',
    `Windows does not let you read ${describeKey(key)}. Ask whoever looks after this machine for the right to read it.`,
  );
}

/** The error for keys that Windows does not let this user change. */
export function changingDenied(keys: readonly RegistryPath[]): MicroSipError {
  const named = [...new Set(keys.map(describeKey))].join(', ');
  return new MicroSipError(
    'ACCESS_DENIED',
    keys.some(({ root }) => root === 'HKLM')
      ? `Windows does not let you change ${named}, which is for everybody on this machine. Do it as an administrator, or for yourself only, in HKCU.`
      : `Windows does not let you change ${named}. Ask whoever looks after this machine.`,
  );
}
