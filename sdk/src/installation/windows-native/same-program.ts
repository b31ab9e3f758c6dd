import { realpathSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether two paths name one program. Short 8.3 names, other letter cases, drives made of folders and links name the
 * same file as the plain path does.
 *
 * @param wanted - a full path, or a file name alone, which any program of that name fits
 */
export function isSameProgram(executable: string, wanted: string): boolean {
  const plain = plainPath(wanted);
  if (!path.win32.isAbsolute(wanted))
    return path.win32.basename(plainPath(executable)) === path.win32.basename(plain);
  if (plainPath(executable) === plain) return true;
  const real = realPath(wanted);
  return real !== undefined && realPath(executable) === real;
}

function plainPath(file: string): string {
  return path.win32
    .normalize(file)
    .replace(/^\\\\\?\\(?=[a-z]:)/iu, '')
    .toLowerCase();
}

function realPath(file: string): string | undefined {
  try {
    return plainPath(realpathSync.native(file));
  } catch {
    // One that is not there, or not to be seen, is known by its name alone.
    return undefined;
  }
}
