import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** What a prefix of Wine is made of. */
export interface PrefixOptions {
  /** The user that Windows programs are in it. Default: `ada`. */
  readonly user?: string;
  /** Which user the last session was of, where the folders say something else. */
  readonly lastUser?: string;
  /** More drives than `C:` and `Z:`, by their small letters. */
  readonly drives?: Readonly<Record<string, string>>;
  /** Keys of `user.reg`, with the texts of their values. */
  readonly userRegistry?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const usualKeys = {
  'Software\\Microsoft\\Windows\\CurrentVersion\\Explorer\\User Shell Folders': {
    AppData: '%USERPROFILE%\\AppData\\Roaming',
    'Local AppData': '%USERPROFILE%\\AppData\\Local',
  },
};

/** Makes a prefix as `wineboot` leaves it, as far as anybody looks. */
export function makePrefix(
  folder: string,
  { drives = {}, user = 'ada', lastUser = user, userRegistry = {} }: PrefixOptions = {},
): void {
  const profile = path.join(folder, 'drive_c', 'users', user, 'AppData');
  for (const name of ['Roaming', 'Local']) mkdirSync(path.join(profile, name), { recursive: true });
  for (const name of ['users/Public', 'windows/system32', 'Program Files', 'Program Files (x86)']) {
    mkdirSync(path.join(folder, 'drive_c', name), { recursive: true });
  }
  mkdirSync(path.join(folder, 'dosdevices'));
  for (const [letter, target] of Object.entries({ c: '../drive_c', z: '/', ...drives })) {
    symlinkSync(target, path.join(folder, 'dosdevices', `${letter}:`));
  }
  const session = { USERNAME: lastUser, USERPROFILE: `C:\\users\\${lastUser}` };
  const machine = { Path: '%SystemRoot%\\system32;%SystemRoot%' };
  writeRegistry(path.join(folder, 'user.reg'), '\\\\User\\\\S-1-5-21-0-0-0-1000', {
    ...usualKeys,
    'Volatile Environment': session,
    ...userRegistry,
  });
  writeRegistry(path.join(folder, 'system.reg'), '\\\\Machine', {
    'System\\ControlSet001\\Control\\Session Manager\\Environment': machine,
    'System\\CurrentControlSet\\Control\\Session Manager\\Environment': machine,
  });
}

/** Makes a program; what it does is for `sh`. */
export function makeProgram(file: string, script = 'exit 0'): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

/** Makes a file, with its folders. */
export function makeFile(file: string, content = ''): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

function writeRegistry(
  file: string,
  root: string,
  keys: Readonly<Record<string, Readonly<Record<string, string>>>>,
): void {
  const sections = Object.entries(keys).map(([key, values]) =>
    [
      `[${escaped(key)}] 1795402097`,
      '#time=1dd7af517b5d072',
      ...Object.entries(values).map(
        ([name, text]) => `${name === '' ? '@' : `"${escaped(name)}"`}=${data(text)}`,
      ),
      '',
    ].join('\n'),
  );
  writeFileSync(
    file,
    ['WINE REGISTRY Version 2', `;; All keys relative to ${root}`, '', '#arch=win64', '', ...sections].join(
      '\n',
    ),
  );
}

function data(text: string): string {
  return text.includes('%') ? `str(2):"${escaped(text)}"` : `"${escaped(text)}"`;
}

/** Wine writes other letters than those of ASCII by their number. */
function escaped(text: string): string {
  return text
    .replace(/[\\"]/gu, '\\$&')
    .replace(/[^ -~]/gu, (letter) => `\\x${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
