import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { EditorPhone } from '../../support/vscode/editor-phone.ts';

describe('the commands for calls', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start();
  });

  after(() => phone.remove());

  afterEach(() => phone.endCalls());

  it('dial what they are given', async () => {
    await vscode.commands.executeCommand('microsip.dial', '+1 (415) 555-2671');
    const { calls } = await phone.until('the call is answered', ({ calls }) => calls[0]?.state === 'active');
    assert.deepEqual(
      calls.map(({ number }) => number),
      ['+14155552671'],
    );
  });

  it('hang up', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    await vscode.commands.executeCommand('microsip.hangUp');
    await phone.until('the call is over', ({ calls }) => calls.length === 0);
  });

  it('answer', async () => {
    await phone.simulator.ring({ from: '"Ada" <sip:101@pbx.test>' });
    await phone.until('it rings', ({ calls }) => calls[0]?.state === 'incoming');
    await vscode.commands.executeCommand('microsip.answer');
    await phone.until('it is answered', ({ calls }) => calls[0]?.state === 'active');
  });

  it('dial nothing that MicroSIP would obey', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    await vscode.commands.executeCommand('microsip.dial', '/hangupall');
    const { calls } = await phone.sdk.status();
    assert.deepEqual(
      calls.map(({ number, state }) => [number, state]),
      [['101', 'active']],
    );
  });
});
