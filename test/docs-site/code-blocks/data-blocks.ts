import { readFileSync } from 'node:fs';
import path from 'node:path';

import { readContactsFile } from '../../../extension/src/contacts/read-contacts-file.ts';
import { settingOf } from '../../../sdk/src/catalogue/settings.ts';
import { IniDocument } from '../../../sdk/src/settings/ini-document.ts';
import { parseSimulatorScript } from '../../../sdk/src/simulator/script/simulator-script.ts';
import { checkTarget } from '../../../sdk/src/target/index.ts';
import { english } from '../../support/extension/english.ts';

const extension = path.join(import.meta.dirname, '../../../extension');

/** What is wrong with a piece of MicroSIP's ini: lines that are none, keys that it does not have. */
export function whatIsWrongWithIni(text: string): readonly string[] {
  const ini = IniDocument.parse(text);
  const keys = ini.sections.flatMap((section) =>
    ini.entries(section).map(({ key }) => ({ known: settingOf(section, key) !== undefined, key })),
  );
  const unknown = keys.filter(({ known }) => !known).map(({ key }) => `MicroSIP has no ${key} there`);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('['));
  return lines.length === keys.length ? unknown : [...unknown, 'not every line is a key of a section'];
}

/** What is wrong with data that a page shows, whoever reads it; fails for data that nothing here reads. */
export function whatIsWrongWithJson(text: string): readonly string[] {
  const value = JSON.parse(text) as Readonly<Record<string, unknown>>;
  if ('rules' in value) {
    parseSimulatorScript(value, 'the script on the page');
    return [];
  }
  if ('contacts' in value) {
    return readContactsFile(text, refusalOf, english).problems.map(({ message }) => message);
  }
  if ('key' in value) return isKeyBinding(value) ? [] : [text];
  return [`nothing reads this: ${text}`];
}

function refusalOf(target: string): string | undefined {
  const check = checkTarget(target);
  return check.ok ? undefined : check.error.message;
}

/** Whether it binds a key of VS Code to a command that the extension has. */
function isKeyBinding({ args, command, key, ...others }: Readonly<Record<string, unknown>>): boolean {
  const { contributes } = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8')) as {
    readonly contributes: { readonly commands: readonly { readonly command: string }[] };
  };
  return (
    typeof key === 'string' &&
    /^(?:ctrl|shift|alt|cmd)(?:\+(?:ctrl|shift|alt|cmd))*\+[a-z]$/u.test(key) &&
    typeof args === 'string' &&
    contributes.commands.some((contributed) => contributed.command === command) &&
    Object.keys(others).length === 0
  );
}
