import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { dialWrittenCommand } from '../../../extension/src/dialling/dial-request.ts';
import { acceptQuickPick } from '../../support/vscode/accept-quick-pick.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';

describe('dialling what is written somewhere', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start();
  });

  after(() => phone.remove());

  afterEach(async () => {
    await phone.endCalls();
    await confirmDialling(undefined);
  });

  async function confirmDialling(value: boolean | undefined): Promise<void> {
    const settings = vscode.workspace.getConfiguration('microsip');
    await settings.update('confirmDialling', value, vscode.ConfigurationTarget.Global);
  }

  async function calledNumber(): Promise<string | undefined> {
    const { calls } = await phone.until('there is a call', ({ calls }) => calls.length > 0);
    return calls[0]?.number;
  }

  /** The calls after nothing was dialled: what is dialled now is the first. */
  async function assertNothingDialled(): Promise<void> {
    await vscode.commands.executeCommand('microsip.dial', '103');
    assert.equal(await calledNumber(), '103');
    assert.equal((await phone.sdk.status()).calls.length, 1);
  }

  it('asks, and dials when that is agreed to', async () => {
    await acceptQuickPick(dialWrittenCommand, { text: '030/23125 100', origin: 'document' });
    assert.equal(await calledNumber(), '03023125100');
  });

  it('does not dial by Enter when a link from outside wants it', async () => {
    await acceptQuickPick(dialWrittenCommand, { text: '101', origin: 'link' });
    await assertNothingDialled();
  });

  it('takes whatever does not say where it stands for a link from outside', async () => {
    await acceptQuickPick(dialWrittenCommand, { text: '101', origin: 'somewhere' });
    await assertNothingDialled();
  });

  it('does not ask where the user does without, except for a link from outside', async () => {
    await confirmDialling(false);
    await vscode.commands.executeCommand(dialWrittenCommand, { text: '102', origin: 'terminal' });
    assert.equal(await calledNumber(), '102');
    await phone.endCalls();
    await acceptQuickPick(dialWrittenCommand, { text: '101', origin: 'link' });
    await assertNothingDialled();
  });

  it('dials nothing that MicroSIP would obey, and nothing that is no text', async () => {
    await confirmDialling(false);
    for (const argument of [
      { text: '/hangupall', origin: 'document' },
      { text: ['101'] },
      '101',
      undefined,
    ]) {
      await vscode.commands.executeCommand(dialWrittenCommand, argument);
    }
    await assertNothingDialled();
  });
});
