import type { IniDocument } from 'microsip-sdk';

/** Gives a phone a second account, 2002, which is not the active one. */
export function addSecondAccount(ini: IniDocument, label = 'Second'): void {
  const account = { label, server: 'pbx.test', domain: 'pbx.test', username: '2002' };
  for (const [key, value] of Object.entries(account)) ini.set('Account2', key, value);
}
