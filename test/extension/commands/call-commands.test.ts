import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { until } from '../../support/sdk/until.ts';
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

  it('reject', async () => {
    await phone.simulator.ring({ from: '"Ada" <sip:101@pbx.test>' });
    await phone.until('it rings', ({ calls }) => calls[0]?.state === 'incoming');
    await vscode.commands.executeCommand('microsip.reject');
    const { lastCall } = await phone.until('it is over', ({ calls }) => calls.length === 0);
    assert.equal(lastCall?.reason, 'declined');
  });

  it('call again who was called last', async () => {
    await phone.sdk.dialAndWait('102', { until: 'active' });
    await phone.endCalls();
    await until(
      async () => (await phone.sdk.history.list({ limit: 1 }))[0]?.number === '102',
      'the call to be in the history',
    );
    await vscode.commands.executeCommand('microsip.redial');
    await phone.until('the call is there', ({ calls }) => calls[0]?.number === '102');
  });

  it('hold and resume', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    await vscode.commands.executeCommand('microsip.holdOrResume');
    await phone.until('the call is held', ({ calls }) => calls[0]?.heldBy === 'local');
    await vscode.commands.executeCommand('microsip.holdOrResume');
    await phone.until('the call goes on', ({ calls }) => calls[0]?.state === 'active');
  });

  it('transfer to what they are given', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    const { target } = await phone.effectOf('transfer', () =>
      vscode.commands.executeCommand('microsip.transfer', '103'),
    );
    assert.match(target, /103/u);
  });

  it('send the digits they are given', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    const { digits } = await phone.effectOf('dtmf', () =>
      vscode.commands.executeCommand('microsip.sendDtmf', '12#'),
    );
    assert.equal(digits, '12#');
  });

  for (const [command, device, on] of [
    ['muteMicrophone', 'mic', true],
    ['unmuteMicrophone', 'mic', false],
    ['muteSpeaker', 'speaker', true],
    ['unmuteSpeaker', 'speaker', false],
  ] as const) {
    it(`${command} does so`, async () => {
      const effect = await phone.effectOf('mute', () =>
        vscode.commands.executeCommand(`microsip.${command}`),
      );
      assert.deepEqual([effect.device, effect.on], [device, on]);
    });
  }

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
