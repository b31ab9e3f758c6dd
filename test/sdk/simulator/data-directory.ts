import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeIni, encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';
import { IniDocument } from '../../../sdk/src/settings/ini-document.ts';

/** Section and key, such as `Settings.singleMode`, and the text after `=`. */
export type IniTexts = Readonly<Record<string, string>>;

/** An account at `pbx.test`. */
export const oneAccount: IniTexts = {
  'Settings.accountId': '1',
  'Account1.server': 'pbx.test',
  'Account1.domain': 'pbx.test',
  'Account1.username': '1001',
};

/** Writes an ini as MicroSIP would find it. */
export function writeIni(dataDirectory: string, texts: IniTexts): void {
  const ini = IniDocument.parse('[Settings]\r\n');
  for (const [name, text] of Object.entries(texts)) {
    const [section = '', key = ''] = name.split('.');
    ini.set(section, key, text);
  }
  writeFileSync(iniPath(dataDirectory), encodeIni({ encoding: 'utf-16le', text: ini.toString() }));
}

/** What stands in the ini now. */
export function readIni(dataDirectory: string): IniDocument {
  return IniDocument.parse(decodeIni(readFileSync(iniPath(dataDirectory))).text);
}

export function iniPath(dataDirectory: string): string {
  return join(dataDirectory, 'microsip.ini');
}
