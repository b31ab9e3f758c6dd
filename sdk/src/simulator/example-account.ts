import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFileSync } from '../settings/atomic-file.ts';
import { IniDocument } from '../settings/ini-document.ts';
import { decodeIni, encodeIni } from '../settings/ini-encoding.ts';
import { isSystemError } from '../system-error.ts';
import { createDataDirectory } from './data-directory.ts';
import { iniName } from './ini/open-ini.ts';

const exampleEntries = [
  ['Settings', 'accountId', '1'],
  ['Account1', 'label', 'Simulated'],
  ['Account1', 'server', 'pbx.test'],
  ['Account1', 'domain', 'pbx.test'],
  ['Account1', 'username', '1001'],
] as const;

/**
 * Gives a simulated phone that never ran an account, `sip:1001@pbx.test`, without which MicroSIP calls nobody. What was
 * set before its first start is kept; the ini of a phone that ran, or that has an account, stays as it is.
 *
 * @param settings - further keys of `[Settings]`, such as `{ singleMode: '0' }`
 * @returns whether the ini was written
 */
export function provideExampleAccount(
  dataDirectory: string,
  settings: Readonly<Record<string, string>> = {},
): boolean {
  createDataDirectory(dataDirectory);
  const path = join(dataDirectory, iniName);
  const example = (ini: IniDocument): Uint8Array => {
    for (const [key, value] of Object.entries(settings)) ini.set('Settings', key, value);
    for (const [section, key, value] of exampleEntries) ini.set(section, key, value);
    return encodeIni({ encoding: 'utf-16le', text: ini.toString() });
  };
  try {
    writeFileSync(path, example(IniDocument.parse('')), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (!isSystemError(error, 'EEXIST')) throw error;
  }
  const { encoding, text } = decodeIni(readFileSync(path));
  const ini = IniDocument.parse(text);
  if (encoding !== 'utf-16le' || !neverRan(ini)) return false;
  replaceFileSync(path, example(ini));
  return true;
}

/** MicroSIP notes its version when it runs (facts B.1). */
function neverRan(ini: IniDocument): boolean {
  return (
    ini.get('Settings', 'version') === undefined &&
    ini.get('Global', 'version') === undefined &&
    !ini.sections.some((section) => /^Account\d+$/iu.test(section))
  );
}
