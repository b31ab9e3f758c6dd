import path from 'node:path';

import { expandVariables } from '../registry/expand-variables.ts';
import { textOf } from '../registry/registry-lookup.ts';
import type { RegistryValue } from '../registry/windows-registry.ts';

/** Environment variables of a Windows; names count in any case. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A path that a value of the registry names, or why it names none. Empty values name none and are nothing odd. */
export interface NamedPath {
  /** A full path, as Windows names it, with no backslash at its end unless it is a root. */
  readonly path?: string;
  /** What is wrong with the value, to be said after its name. */
  readonly remark?: string;
}

/** The longest path that Windows knows. */
const longestPath = 32_767;

/** Reads a value that should be a path. Whatever it holds, this is no error. */
export function pathIn(value: RegistryValue | undefined, environment: Environment): NamedPath {
  return pathOfPart(value, (text) => text, environment);
}

/** Reads a value that should name an icon in a file: `"C:\Program Files\MicroSIP\microsip.exe",0`. */
export function iconFileIn(value: RegistryValue | undefined, environment: Environment): NamedPath {
  // From the comma on: blanks before it would be looked through again and again.
  return pathOfPart(value, (text) => text.replace(/,\s*-?\d+$/u, '').trimEnd(), environment);
}

/** Reads a value that should be a command line, and names its program. A program without quotes ends with `.exe`. */
export function programIn(value: RegistryValue | undefined, environment: Environment): NamedPath {
  return pathOfPart(
    value,
    (text) => /^"[^"]*"/u.exec(text)?.[0] ?? /^.*?\.exe(?=\s|$)/iu.exec(text)?.[0] ?? text,
    environment,
  );
}

/** A text as a path, whatever it holds. */
export function pathOfText(text: string, environment: Environment): NamedPath {
  return named(expandVariables(text, environment).trim());
}

function pathOfPart(
  value: RegistryValue | undefined,
  part: (text: string) => string,
  environment: Environment,
): NamedPath {
  if (value === undefined) return {};
  const text = textOf(value);
  if (text === undefined) return { remark: 'is no text' };
  // Windows takes a text up to its first NUL.
  const [written = ''] = text.split('\0');
  return named(part(expandVariables(written, environment).trim()));
}

function named(written: string): NamedPath {
  const text = (/^"(.*)"$/u.exec(written)?.[1] ?? written).trim().replaceAll('/', '\\');
  if (text === '') return {};
  if (text.length > longestPath || /[\p{Cc}"<>|*]/u.test(text)) return { remark: 'is no path' };
  if (/%[^%]+%/u.test(text)) return { remark: `names a variable that is not set: ${text}` };
  const file = fullPath(text);
  return file === undefined ? { remark: `is no full path: ${text}` } : { path: file };
}

/** A full path on a drive or a server, without `\\?\` before it and backslashes behind it. */
function fullPath(text: string): string | undefined {
  const plain = text.replace(/^\\\\\?\\UNC\\/iu, '\\\\').replace(/^\\\\\?\\/u, '');
  if (plain.includes('?') || !/^(?:[a-z]:\\|\\\\[^\\.][^\\]*\\[^\\])/iu.test(plain)) return undefined;
  const normal = path.win32.normalize(plain);
  return path.win32.parse(normal).root === normal ? normal : normal.replace(/\\+$/u, '');
}
