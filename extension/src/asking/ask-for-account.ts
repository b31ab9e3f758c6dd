import type { MicroSip } from 'microsip-sdk';
import * as vscode from 'vscode';

import { remoteText } from '../remote-text.ts';

interface AccountItem extends vscode.QuickPickItem {
  readonly number: number;
}

/** Asks for one of the phone's accounts; nothing when there is none, or the user thinks better of it. */
export async function askForAccount(phone: MicroSip): Promise<number | undefined> {
  const items = await accountItems(phone);
  if (items.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('MicroSIP has no account yet.'));
    return undefined;
  }
  const title = vscode.l10n.t('Switch Account');
  const chosen = await vscode.window.showQuickPick(items, { title, matchOnDescription: true });
  return chosen?.number;
}

async function accountItems(phone: MicroSip): Promise<AccountItem[]> {
  const accounts = new Map<number, Map<string, string>>();
  for (const { section, key, text, isSecret } of await phone.settings.list()) {
    const number = Number(/^account([1-9]\d{0,8})$/iu.exec(section)?.[1]);
    if (Number.isNaN(number) || isSecret) continue;
    const account = accounts.get(number) ?? new Map<string, string>();
    accounts.set(number, account.set(key, text));
  }
  return [...accounts]
    .sort(([left], [right]) => left - right)
    .map(([number, account]) => ({
      number,
      label: remoteText(account.get('label') ?? '') || vscode.l10n.t('Account {0}', number),
      description: remoteText(addressOf(account)),
    }));
}

/** An account without a domain calls addresses only; a new one may have neither part. */
function addressOf(account: ReadonlyMap<string, string>): string {
  return [account.get('username'), account.get('domain')].filter((part) => part).join('@');
}
