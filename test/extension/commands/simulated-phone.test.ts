import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { EditorPhone } from '../../support/vscode/editor-phone.ts';

describe('the commands of the simulated phone', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start();
  });

  after(() => phone.remove());

  afterEach(() => phone.endCalls());

  it('let it ring, also when it did not run', async () => {
    await vscode.commands.executeCommand('microsip.simulateIncomingCall');
    const { calls } = await phone.until('it rings', ({ calls }) => calls.length > 0);
    assert.deepEqual(
      calls.map(({ state, number, name }) => [state, number, name]),
      [['incoming', '101', 'Ada Lovelace']],
    );
    await phone.sdk.exit();
    await phone.simulator.waitUntilEnded();
    await vscode.commands.executeCommand('microsip.simulateIncomingCall');
    await phone.until('it rings again', ({ calls }) => calls.some(({ state }) => state === 'incoming'));
  });

  it('have somebody else call while there is a call', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    await vscode.commands.executeCommand('microsip.simulateIncomingCall');
    await vscode.commands.executeCommand('microsip.simulateIncomingCall');
    const { calls } = await phone.until('two ring', ({ calls }) => calls.length > 2);
    assert.deepEqual(calls.map(({ state, number }) => `${state} ${number}`).sort(), [
      'active 101',
      'incoming 102',
      'incoming 103',
    ]);
  });

  it('put none into the folder that is set for another phone', async () => {
    const settings = vscode.workspace.getConfiguration('microsip');
    await settings.update('backend', 'auto', vscode.ConfigurationTarget.Global);
    try {
      await vscode.commands.executeCommand('microsip.useSimulatedPhone');
      assert.equal(vscode.workspace.getConfiguration('microsip').get('backend'), 'auto');
    } finally {
      await settings.update('backend', 'simulator', vscode.ConfigurationTarget.Global);
    }
  });
});
