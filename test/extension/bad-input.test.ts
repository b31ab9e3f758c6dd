import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { shown } from '../support/vscode/shown-status.ts';
import { configure, idle, useEditorPhone } from '../support/vscode/use-editor-phone.ts';

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

/** Runs every command; a failure is told in a notification, and is none of the command itself. */
async function runEveryCommand(): Promise<void> {
  for (const [name, ...parameters] of commands) {
    await vscode.commands.executeCommand(`microsip.${name}`, ...parameters);
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

describe('the extension, whatever it is given', () => {
  const suite = useEditorPhone();

  for (const [name, wrong] of [
    ['backend', ['telephone', 1, ['simulator'], { simulator: true }]],
    ['dataDirectory', [1, false, ['/tmp'], {}]],
  ] as const) {
    it(`does nothing with a setting ${name} that is none, says so, and goes on once it is mended`, async () => {
      const right = vscode.workspace.getConfiguration('microsip').get<unknown>(name);
      for (const value of wrong) {
        try {
          await configure(name, value);
          await shown(suite.item, troubled);
          assert.equal(suite.item.label, 'MicroSIP: cannot be watched (INVALID_ARGUMENT)');
          await vscode.commands.executeCommand('microsip.dial', '101');
        } finally {
          await configure(name, right);
        }
        await shown(suite.item, idle);
        assert.deepEqual((await suite.phone.sdk.status()).calls, []);
      }
    });
  }

  it('runs every command with settings that are none, and does nothing', async () => {
    const started = (await suite.phone.simulator.processId()) ?? assert.fail('no phone');
    try {
      await configure('backend', 'telephone');
      await shown(suite.item, troubled);
      await runEveryCommand();
      assert.equal(await suite.phone.simulator.processId(), started);
    } finally {
      await configure('backend', 'simulator');
    }
  });

  it('shows and tells of calls where the settings that hide them are of the wrong type', async () => {
    try {
      for (const name of ['statusBar.show', 'incomingCall.notify']) await configure(name, 'no');
      await suite.phone.simulator.ring({ from: '<sip:102@pbx.test>' });
      await shown(suite.item, /Call from 102$/u);
    } finally {
      for (const name of ['statusBar.show', 'incomingCall.notify']) await configure(name, undefined);
    }
  });

  it('runs every command without a MicroSIP, and does nothing', async () => {
    try {
      await configure('backend', 'wsl');
      await shown(suite.item, /No MicroSIP/u);
      await runEveryCommand();
      await shown(suite.item, /No MicroSIP/u);
    } finally {
      await configure('backend', 'simulator');
    }
  });

  it('gives the phone nothing that is no number, no key and no account', async () => {
    await suite.phone.sdk.dialAndWait('101', { until: 'active' });
    const before = await suite.phone.sdk.status();
    const effects: string[] = [];
    const listening = new AbortController();
    const listener = (async () => {
      for await (const effect of suite.phone.simulator.effects({ signal: listening.signal }))
        effects.push(effect.do);
    })().catch((error: unknown) => {
      if (!listening.signal.aborted) throw error;
    });
    // Answered later than the listener that came before.
    await suite.phone.simulator.status();
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
    const { calls, registration } = await suite.phone.sdk.status();
    listening.abort();
    await listener;
    assert.deepEqual(effects, []);
    assert.deepEqual([calls, registration], [before.calls, before.registration]);
  });

  it('waits for a phone that is busy, and then does what was asked', async () => {
    await suite.phone.simulator.ring({ from: '<sip:102@pbx.test>' });
    await suite.phone.until('it rings', ({ calls }) => calls[0]?.state === 'incoming');
    await suite.phone.simulator.hang({ forMs: 1500 });
    await vscode.commands.executeCommand('microsip.answer');
    await shown(suite.item, /In call with 102 \d\d:\d\d$/u);
  });

  it('gives up on a phone that hangs, and finds the next', async () => {
    await suite.phone.sdk.dialAndWait('101', { until: 'active' });
    const pid = (await suite.phone.simulator.processId()) ?? assert.fail('no phone');
    await suite.phone.simulator.hang();
    await vscode.commands.executeCommand('microsip.hangUp');
    process.kill(pid, 'SIGKILL');
    await shown(suite.item, /^\$\(circle-slash\) MicroSIP$/u);
    await vscode.commands.executeCommand('microsip.hangUp');
    await vscode.commands.executeCommand('microsip.start');
  });
});
