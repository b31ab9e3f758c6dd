import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { addSecondAccount } from '../support/sdk/add-second-account.ts';
import { acceptQuickPick } from '../support/vscode/accept-quick-pick.ts';
import { EditorPhone } from '../support/vscode/editor-phone.ts';

describe('a command that asks', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start((ini) => {
      addSecondAccount(ini);
      ini.set('Settings', 'accountId', '2');
    });
  });

  after(() => phone.remove());

  afterEach(() => phone.endCalls());

  it('dials what is selected when that is agreed to', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'Call 104 now' });
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(0, 5, 0, 8) });
    await acceptQuickPick('microsip.dial');
    const { calls } = await phone.until('there is a call', ({ calls }) => calls.length > 0);
    assert.equal(calls[0]?.number, '104');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('switches to the account that is chosen', async () => {
    await acceptQuickPick('microsip.switchAccount');
    await phone.until(
      'the first account is registered',
      ({ registration }) => registration?.account?.includes('1001') === true,
    );
  });
});
