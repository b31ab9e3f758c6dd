import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

import { windowsSystem } from '../../../sdk/src/installation/system/windows-system.ts';

const run = promisify(execFile);

/** All that a registration of links may touch, or must not. */
const watched: readonly (readonly [key: string, ...options: readonly string[]])[] = [
  ['HKCU\\Software\\Classes'],
  ['HKCU\\Software\\RegisteredApplications'],
  ['HKCU\\Software\\MicroSIP DevKit'],
  ['HKCU\\Software\\MicroSIP'],
  ['HKCU\\Software\\Microsoft\\Windows\\Shell\\Associations\\UrlAssociations'],
  ['HKLM\\Software\\Classes\\sip', '/reg:64'],
  ['HKLM\\Software\\Classes\\tel', '/reg:64'],
  ['HKLM\\Software\\Classes\\tel', '/reg:32'],
  ['HKLM\\Software\\RegisteredApplications', '/reg:64'],
];

/** What Windows' own `reg.exe` exports of it; two exports are equal when the registry is. */
export async function exportedRegistry(folder: string): Promise<readonly string[]> {
  const exported: string[] = [];
  for (const [key, ...options] of watched) exported.push(await exportKey(key, options, folder));
  return exported;
}

async function exportKey(key: string, options: readonly string[], folder: string): Promise<string> {
  const file = path.join(folder, 'export.reg');
  try {
    await run(windowsSystem().reg, ['export', key, file, '/y', ...options]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 1) return `${key}: none`;
    throw error;
  }
  const text = readFileSync(file, 'utf16le');
  rmSync(file);
  // What Windows itself notes there about programs that were shown changes at any time.
  return text
    .split(/\r\n(?=\[)/u)
    .filter((section) => !/^\[HKEY_CURRENT_USER\\Software\\Classes\\Local Settings\\/iu.test(section))
    .join('\r\n');
}
