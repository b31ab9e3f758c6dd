import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeIni } from '../settings/ini-encoding.ts';
import { createDataDirectory } from './data-directory.ts';
import { hasCode } from './has-code.ts';
import { iniName } from './ini/open-ini.ts';

const exampleIni = `[Settings]
accountId=1
[Account1]
label=Simulated
server=pbx.test
domain=pbx.test
username=1001
`.replaceAll('\n', '\r\n');

/**
 * Gives a simulated phone that has no ini yet an account, `sip:1001@pbx.test`, without which MicroSIP calls nobody.
 * An ini that is there stays as it is.
 *
 * @param settings - further lines for `[Settings]`, such as `{ singleMode: '0' }`
 * @returns whether the ini was written
 */
export function provideExampleAccount(
  dataDirectory: string,
  settings: Readonly<Record<string, string>> = {},
): boolean {
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}\r\n`);
  const text = exampleIni.replace('[Settings]\r\n', `[Settings]\r\n${lines.join('')}`);
  createDataDirectory(dataDirectory);
  try {
    writeFileSync(join(dataDirectory, iniName), encodeIni({ encoding: 'utf-16le', text }), {
      flag: 'wx',
      mode: 0o600,
    });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}
