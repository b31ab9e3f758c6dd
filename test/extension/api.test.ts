import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { MicroSipApi, MicroSipExtension } from '../../extension/src/api/microsip-api.ts';
import { until } from '../support/sdk/until.ts';
import type { ConsumerExports } from '../support/vscode/consumer-extension/extension.ts';
import { EditorPhone } from '../support/vscode/editor-phone.ts';

describe('the API for other extensions', () => {
  let phone: EditorPhone;
  let consumer: ConsumerExports;
  let api: MicroSipApi;

  before(async () => {
    phone = await EditorPhone.start();
    const extension = vscode.extensions.getExtension<ConsumerExports>('example.consumer');
    assert.ok(extension);
    consumer = await extension.activate();
    api = consumer.phone;
    await until(() => api.status.phone === 'idle', 'the phone');
  });

  after(() => phone.remove());

  afterEach(async () => {
    await phone.endCalls();
    await until(() => api.status.calls.length === 0, 'that no call is left');
  });

  it('tells another extension of a call that it placed, from its beginning to its end', async () => {
    const first = consumer.told.length;
    await api.dial('+1 (415) 555-2671');
    await until(() => api.status.calls[0]?.state === 'active', 'the call');
    assert.equal(api.status.calls[0]?.number, '+14155552671');
    await api.hangUp();
    await until(() => api.status.lastCall?.state === 'ended', 'its end');
    const { calls } = await phone.sdk.status();
    assert.deepEqual(calls, []);
    const states = consumer.told.slice(first).flatMap((status) => status.calls.map(({ state }) => state));
    assert.deepEqual([...new Set(states)], ['calling', 'ringing', 'active']);
  });

  it('answers, holds, takes back, sends digits, transfers and rejects', async () => {
    await phone.simulator.ring({ from: '102' });
    await until(() => api.status.calls[0]?.state === 'incoming', 'the caller');
    await api.answer();
    await phone.until('it is answered', ({ calls }) => calls[0]?.state === 'active');
    await api.holdOrResume();
    await phone.until('it is held', ({ calls }) => calls[0]?.state === 'held');
    await api.holdOrResume();
    await phone.until('it is taken back', ({ calls }) => calls[0]?.state === 'active');
    const { digits } = await phone.effectOf('dtmf', () => api.sendDtmf('12#'));
    assert.equal(digits, '12#');
    await phone.effectOf('transfer', () => api.transfer('103'));
    await phone.endCalls();
    await phone.simulator.ring({ from: '104' });
    await until(() => api.status.calls[0]?.number === '104', 'the next caller');
    await api.reject();
    const { lastCall } = await phone.until('it is rejected', ({ calls }) => calls.length === 0);
    assert.deepEqual([lastCall?.number, lastCall?.reason], ['104', 'declined']);
  });

  it('refuses what is no number, with a code that a program can read', async () => {
    for (const [act, code] of [
      [() => api.dial('/exit'), 'TARGET_REFUSED'],
      [() => api.dial('101 /hangupall'), 'TARGET_REFUSED'],
      [() => api.sendDtmf('12,34'), 'INVALID_ARGUMENT'],
    ] as const) {
      await assert.rejects(act, (error) => error instanceof Error && 'code' in error && error.code === code);
    }
    assert.notEqual((await phone.sdk.status()).phone, 'not-running');
  });

  it('refuses what TypeScript would have refused', async () => {
    const untyped = api as unknown as Record<string, (value: unknown) => Promise<void>>;
    for (const [name, value] of [
      ['dial', 101],
      ['dial', undefined],
      ['dial', { toString: () => '101' }],
      ['transfer', ['101']],
      ['sendDtmf', 1],
      ['hangUp', { scope: 'everything' }],
      ['hangUp', { scope: 'constructor' }],
    ] as const) {
      const failure = untyped[name]?.(value);
      await assert.rejects(
        failure ?? Promise.resolve(),
        (error) => error instanceof Error && 'code' in error && error.code === 'INVALID_ARGUMENT',
        `${name} ${JSON.stringify(value)}`,
      );
    }
    assert.deepEqual((await phone.sdk.status()).calls, []);
  });

  it('ends the wait of a command that was cancelled before it', async () => {
    await assert.rejects(
      () => api.dial('101', { signal: AbortSignal.abort() }),
      (error) => error instanceof Error && 'code' in error && error.code === 'CANCELLED',
    );
    assert.deepEqual((await phone.sdk.status()).calls, []);
  });

  it('gives copies: what an extension changes in them changes nothing', async () => {
    await api.dial('101');
    await until(() => api.status.calls[0]?.state === 'active', 'the call');
    const { calls } = api.status;
    Object.assign(calls[0] ?? {}, { number: 'changed' });
    (calls as unknown[]).length = 0;
    assert.equal(api.status.calls[0]?.number, '101');
    assert.throws(() => Object.assign(api, { dial: () => undefined }), TypeError);
  });

  it('names the versions there are to who asks for another', () => {
    const extension = vscode.extensions.getExtension<MicroSipExtension>('microsip-devkit.microsip-devkit');
    for (const version of [0, 2, '1', undefined, Number.NaN]) {
      assert.throws(() => extension?.exports.getApi(version as 1), {
        name: 'RangeError',
        message: /version 1\./u,
      });
    }
    assert.equal(extension?.exports.getApi(1), api);
  });

  it('names the settings of the editor where there is no MicroSIP', async () => {
    const settings = vscode.workspace.getConfiguration('microsip');
    try {
      await settings.update('backend', 'wsl', vscode.ConfigurationTarget.Global);
      await until(() => api.status.phone === 'not-installed', 'that there is none');
      await assert.rejects(
        () => api.answer(),
        (error) =>
          error instanceof Error &&
          error.message.includes('microsip.executable') &&
          'code' in error &&
          error.code === 'NOT_INSTALLED',
      );
    } finally {
      await settings.update('backend', 'simulator', vscode.ConfigurationTarget.Global);
    }
    await until(() => api.status.phone === 'idle', 'the phone again');
  });
});
