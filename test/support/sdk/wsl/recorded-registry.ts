import { writeFileSync } from 'node:fs';

import type { ProgramAnswer } from './wslpath.ts';

/** A registry as it was once read: each key by its full name, with the texts of its values. */
export type RecordedRegistry = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** In the 32-bit view, `HKLM\Software` is another key. */
const software32 = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node';

/**
 * Answers as `reg.exe` does when it exports or lists keys.
 *
 * @param localPath - where a file lies that it is told of, seen from this process
 */
export function reg(
  args: readonly string[],
  registry: RecordedRegistry,
  localPath: (file: string) => string,
): ProgramAnswer {
  const [verb, written = '', file] = args;
  const view = args.includes('/reg:32') ? 32 : 64;
  const name = longRoot(written);
  const key = view === 32 ? in32BitView(name) : name;
  const below = Object.keys(registry).filter((each) => isAt(each, key) || isBelow(each, key));
  if (below.length === 0) {
    const stderr = 'ERROR: The system was unable to find the specified registry key or value.\r\n';
    return { stdout: '', stderr, exitCode: 1 };
  }
  if (verb === 'query') return { stdout: listing(key, registry), stderr: '', exitCode: 0 };
  if (verb !== 'export' || file === undefined)
    return { stdout: '', stderr: 'ERROR: Invalid syntax.\r\n', exitCode: 1 };
  const sections = below.map((each) => {
    const values = Object.entries(registry[each] ?? {}).map(([value, text]) => exported(value, text));
    return [`[${name}${each.slice(key.length)}]`, ...values, ''].join('\r\n');
  });
  const text = ['Windows Registry Editor Version 5.00', '', ...sections, ''].join('\r\n');
  writeFileSync(localPath(file), Buffer.from(`\uFEFF${text}`, 'utf16le'));
  return { stdout: 'The operation completed successfully.\r\n', stderr: '', exitCode: 0 };
}

function listing(key: string, registry: RecordedRegistry): string {
  const own = Object.entries(registry).find(([each]) => isAt(each, key));
  const values = Object.entries(own?.[1] ?? {}).map(
    ([value, text]) => `    ${value === '' ? '(Default)' : value}    ${typeOf(text)}    ${text}`,
  );
  const children = new Set(
    Object.keys(registry)
      .filter((each) => isBelow(each, key))
      .map((each) => `${key}\\${each.slice(key.length + 1).split('\\')[0] ?? ''}`),
  );
  return ['', key, ...values, '', ...children, ''].join('\r\n');
}

function exported(name: string, text: string): string {
  const left = name === '' ? '@' : `"${escaped(name)}"`;
  if (typeOf(text) === 'REG_SZ') return `${left}="${escaped(text)}"`;
  const bytes = [...Buffer.from(`${text}\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'));
  return `${left}=hex(2):${bytes.join(',')}`;
}

/** Texts with the name of a variable in them are expandable ones. */
function typeOf(text: string): 'REG_SZ' | 'REG_EXPAND_SZ' {
  return text.includes('%') ? 'REG_EXPAND_SZ' : 'REG_SZ';
}

function escaped(text: string): string {
  return text.replace(/[\\"]/gu, '\\$&');
}

function longRoot(key: string): string {
  return key.replace(/^HKLM(?=\\|$)/u, 'HKEY_LOCAL_MACHINE').replace(/^HKCU(?=\\|$)/u, 'HKEY_CURRENT_USER');
}

function in32BitView(key: string): string {
  return key.replace(/^HKEY_LOCAL_MACHINE\\Software(?=\\|$)/iu, software32);
}

function isAt(each: string, key: string): boolean {
  return each.toLowerCase() === key.toLowerCase();
}

function isBelow(each: string, key: string): boolean {
  return each.toLowerCase().startsWith(`${key.toLowerCase()}\\`);
}
