import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { ExtensionExports } from '../../extension/src/extension.ts';
import { EditorPhone } from '../support/vscode/editor-phone.ts';
import { shown } from '../support/vscode/shown-status.ts';

const idle = /^\$\(call-outgoing\)$/u;
const troubled = /^\$\(call-outgoing\) \$\(warning\)$/u;

/** Every command that does something with the phone, with what it needs to ask nothing. */
const commands: readonly (readonly [string, ...unknown[]])[] = [
  ['dial', '101'],
  ['redial'],
  ['answer'],
  ['reject'],
  ['hangUp'],
  ['transfer', '101'],
  ['sendDtmf', '1'],
  ['holdOrResume'],
  ['muteMicrophone'],
  ['unmuteMicrophone'],
  ['muteSpeaker'],
  ['unmuteSpeaker'],
  ['switchAccount', 1],
  ['start'],
  ['exit'],
  ['diagnose'],
];

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('microsip').update(name, value, vscode.ConfigurationTarget.Global);
}

/** Runs every command; a failure is told in a notification, and is none of the command itself. */
async function runEveryCommand(): Promise<void> {
  for (const [name, ...parameters] of commands) {
    await vscode.commands.executeCommand(`microsip.${name}`, ...parameters);
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

describe('the extension, whatever it is given', () => {
  let phone: EditorPhone;
  let item: ExtensionExports['callStatus'];

  before(async () => {
    phone = await EditorPhone.start();
    const extension = vscode.extensions.getExtension<ExtensionExports>('microsip-devkit.microsip-devkit');
    assert.ok(extension);
    item = extension.exports.callStatus;
    await shown(item, idle);
  });

  after(() => phone.remove());

  afterEach(async () => {
    await phone.endCalls();
    await shown(item, idle);
  });

  for (const [name, wrong] of [
    ['backend', ['telephone', 1, ['simulator'], { simulator: true }]],
    ['dataDirectory', [1, false, ['/tmp'], {}]],
  ] as const) {
    it(`does nothing with a setting ${name} that is none, says so, and goes on once it is mended`, async () => {
      const right = vscode.workspace.getConfiguration('microsip').get<unknown>(name);
      for (const value of wrong) {
        try {
          await set(name, value);
          await shown(item, troubled);
          assert.equal(item.label, 'MicroSIP: cannot be watched (INVALID_ARGUMENT)');
          await vscode.commands.executeCommand('microsip.dial', '101');
        } finally {
          await set(name, right);
        }
        await shown(item, idle);
        assert.deepEqual((await phone.sdk.status()).calls, []);
      }
    });
  }

  it('runs every command with settings that are none, and does nothing', async () => {
    const started = (await phone.simulator.processId()) ?? assert.fail('no phone');
    try {
      await set('backend', 'telephone');
      await shown(item, troubled);
      await runEveryCommand();
      assert.equal(await phone.simulator.processId(), started);
    } finally {
      await set('backend', 'simulator');
    }
  });

  it('shows and tells of calls where the settings that hide them are of the wrong type', async () => {
    try {
      for (const name of ['statusBar.show', 'incomingCall.notify']) await set(name, 'no');
      await phone.simulator.ring({ from: '<sip:102@pbx.test>' });
      await shown(item, /Call from 102$/u);
    } finally {
      for (const name of ['statusBar.show', 'incomingCall.notify']) await set(name, undefined);
    }
  });

  it('runs every command without a MicroSIP, and does nothing', async () => {
    try {
      await set('backend', 'wsl');
      await shown(item, /No MicroSIP/u);
      await runEveryCommand();
      await shown(item, /No MicroSIP/u);
    } finally {
      await set('backend', 'simulator');
    }
  });

  it('gives the phone nothing that is no number, no key and no account', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    const before = await phone.sdk.status();
    const effects: string[] = [];
    const listening = new AbortController();
    const listener = (async () => {
      for await (const effect of phone.simulator.effects({ signal: listening.signal }))
        effects.push(effect.do);
    })().catch((error: unknown) => {
      if (!listening.signal.aborted) throw error;
    });
    // Answered later than the listener that came before.
    await phone.simulator.status();
    for (const [name, wrong] of [
      [
        'dial',
        ['', '/exit', '/hangupall', '101\n102', '101 /exit', '\0', '9'.repeat(1_000_000), 'msip:exit'],
      ],
      ['transfer', ['', '/exit', '101,,5', '"; calc.exe"']],
      ['sendDtmf', ['xyz', '1 2', '1?', '1'.repeat(10_000), '1,2']],
      ['switchAccount', [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 1e12]],
    ] as const) {
      for (const value of wrong) await vscode.commands.executeCommand(`microsip.${name}`, value);
    }
    const { calls, registration } = await phone.sdk.status();
    listening.abort();
    await listener;
    assert.deepEqual(effects, []);
    assert.deepEqual([calls, registration], [before.calls, before.registration]);
  });

  it('waits for a phone that is busy, and then does what was asked', async () => {
    await phone.simulator.ring({ from: '<sip:102@pbx.test>' });
    await phone.until('it rings', ({ calls }) => calls[0]?.state === 'incoming');
    await phone.simulator.hang({ forMs: 1500 });
    await vscode.commands.executeCommand('microsip.answer');
    await shown(item, /In call with 102 \d\d:\d\d$/u);
  });

  it('gives up on a phone that hangs, and finds the next', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    const pid = (await phone.simulator.processId()) ?? assert.fail('no phone');
    await phone.simulator.hang();
    await vscode.commands.executeCommand('microsip.hangUp');
    process.kill(pid, 'SIGKILL');
    await shown(item, /^\$\(circle-slash\) MicroSIP$/u);
    await vscode.commands.executeCommand('microsip.hangUp');
    await vscode.commands.executeCommand('microsip.start');
  });
});
