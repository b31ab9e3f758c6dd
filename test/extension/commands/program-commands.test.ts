import * as vscode from 'vscode';

import { addSecondAccount } from '../../support/sdk/add-second-account.ts';
import { until } from '../../support/sdk/until.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';

describe('the commands for the program', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start((ini) => addSecondAccount(ini));
  });

  after(() => phone.remove());

  it('switch to the account they are given', async () => {
    await vscode.commands.executeCommand('microsip.switchAccount', 2);
    await phone.until(
      'the second account is registered',
      ({ registration }) =>
        registration?.state === 'registered' && registration.account?.includes('2002') === true,
    );
  });

  it('exit and start', async () => {
    await vscode.commands.executeCommand('microsip.exit');
    await phone.until('it is gone', (status) => status.phone === 'not-running');
    await vscode.commands.executeCommand('microsip.start');
    await phone.until('it is there', (status) => status.phone === 'idle');
  });

  it('show the output', async () => {
    await vscode.commands.executeCommand('microsip.showOutput');
    await until(
      () =>
        vscode.window.visibleTextEditors.some(({ document: { uri } }) =>
          /^output:.*MicroSIP/u.test(uri.toString(true)),
        ),
      'the output',
    );
    await vscode.commands.executeCommand('workbench.action.closePanel');
  });
});
