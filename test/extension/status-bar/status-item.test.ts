import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { CallerNames } from '../../../extension/src/caller-names.ts';
import type { ExtensionExports } from '../../../extension/src/extension.ts';
import { PhoneConnection } from '../../../extension/src/phone/phone-connection.ts';
import { StatusItem } from '../../../extension/src/status-bar/status-item.ts';
import { until } from '../../support/sdk/until.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';
import { shown } from '../../support/vscode/shown-status.ts';

const idle = /^\$\(call-outgoing\)$/u;
const off = /^\$\(circle-slash\) MicroSIP$/u;

const nobodyIn = (connection: PhoneConnection): CallerNames =>
  new CallerNames(connection, () => Promise.resolve(undefined));

async function set(name: string, value: unknown): Promise<void> {
  await vscode.workspace.getConfiguration('microsip').update(name, value, vscode.ConfigurationTarget.Global);
}

describe('the status bar item with a simulated phone', () => {
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

  /** A window of its own, as far as the phone is concerned. */
  async function withOtherWindow(look: (connection: PhoneConnection) => Promise<void>): Promise<void> {
    const log = vscode.window.createOutputChannel('Another Window', { log: true });
    const { dataDirectory } = phone;
    const other = new PhoneConnection(() => ({ backend: 'simulator', dataDirectory }), log);
    try {
      other.reconnect();
      await look(other);
    } finally {
      other.dispose();
      log.dispose();
    }
  }

  it('shows a call from dialling to its end, and how long it has been talked on', async () => {
    const texts: string[] = [];
    const subscription = item.onDidChangeText((text) => texts.push(text));
    await phone.sdk.dial('+1 (415) 555-2671');
    await shown(item, /^\$\(call-outgoing\) In call with \+14155552671 00:01$/u);
    assert.equal(item.label, 'MicroSIP: In call with +14155552671');
    await phone.sdk.hangup();
    await shown(item, idle);
    subscription.dispose();
    const stages = texts.map((text) => /Calling|Ringing|00:0\d/u.exec(text)?.[0] ?? 'idle');
    assert.deepEqual(stages.filter((stage, index) => stage !== stages[index - 1]).slice(0, 4), [
      'Calling',
      'Ringing',
      '00:00',
      '00:01',
    ]);
  });

  it('shows a call that is held, and taken back', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    await phone.sdk.hold();
    await shown(item, /^\$\(debug-pause\) On hold: 101$/u);
    await phone.sdk.hold();
    await shown(item, /In call with 101 \d\d:\d\d$/u);
  });

  it('shows who calls, before the call that is talked on', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    await phone.simulator.ring({ from: '"$(bug) Eve" <sip:102@pbx.test>' });
    await shown(item, /^\$\(call-incoming\) Call from 102 \+1$/u);
    assert.equal(item.label, 'MicroSIP: Call from 102, and 1 more');
    await phone.sdk.answer();
    // MicroSIP's usual mode keeps one call at a time.
    await shown(item, /In call with 102 \d\d:\d\d$/u);
  });

  it('shows that the phone ended, and that it is back', async () => {
    await phone.sdk.exit();
    await shown(item, off);
    await phone.sdk.start();
    await shown(item, idle);
  });

  it('lets go of the call of a phone that is killed', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    await shown(item, /In call with 101/u);
    const pid = await phone.simulator.processId();
    assert.ok(pid !== undefined);
    process.kill(pid, 'SIGKILL');
    await shown(item, off);
    await phone.sdk.start();
    await shown(item, idle);
  });

  it('shows what it knows of a phone that hangs, and what becomes of it', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    await shown(item, /In call with 101/u);
    const pid = await phone.simulator.processId();
    assert.ok(pid !== undefined);
    await phone.simulator.hang();
    await shown(item, /In call with 101 00:0[1-9]/u);
    process.kill(pid, 'SIGKILL');
    await shown(item, off);
  });

  it('can be hidden by a setting, without losing sight of the phone', async () => {
    try {
      await set('statusBar.show', false);
      await shown(item, /^$/u);
      await phone.sdk.dialAndWait('101', { until: 'active' });
      assert.equal(item.text, '');
    } finally {
      await set('statusBar.show', undefined);
    }
    await shown(item, /In call with 101/u);
  });

  it('says when the phone that the settings name is not there, and finds the one they name next', async () => {
    try {
      await set('backend', 'wsl');
      await shown(item, /^\$\(circle-slash\) No MicroSIP$/u);
    } finally {
      await set('backend', 'simulator');
    }
    await shown(item, idle);
  });

  it('is the same in two windows', async () => {
    await withOtherWindow(async (connection) => {
      const other = new StatusItem(connection, nobodyIn(connection));
      try {
        await shown(other, idle);
        await phone.sdk.dialAndWait('101', { until: 'active' });
        const times = / \d\d:\d\d$/u;
        const [one, two] = await Promise.all([shown(item, times), shown(other, times)]);
        assert.equal(two.replace(times, ''), one.replace(times, ''));
        assert.deepEqual(
          connection.status.calls.map(({ callId }) => callId),
          [...(await phone.sdk.status()).calls.map(({ callId }) => callId)],
        );
        await phone.sdk.hangup();
        await Promise.all([shown(item, idle), shown(other, idle)]);
      } finally {
        other.dispose();
      }
    });
  });

  it('names a caller as the contacts of the phone do, and not as those of the workspace', async () => {
    await phone.sdk.contacts.add({ number: '+49 30 1234567', name: 'Ada' }, { restart: true });
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, '.vscode/contacts.json');
    const contacts = [{ name: 'Mallory', number: '102' }];
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify({ contacts })));
    try {
      await shown(item, idle);
      const stranger = await phone.simulator.ring({ from: '<sip:102@pbx.test>' });
      await phone.simulator.ring({ from: '"Eve" <sip:0301234567@pbx.test>' });
      await until(() => item.tooltip.includes('your contact Ada · Eve'), 'the name of the contact');
      assert.doesNotMatch(item.tooltip, /Mallory/u);
      await shown(item, /^\$\(call-incoming\) Call from 102 \+1$/u);
      await phone.simulator.farEnd({ do: 'hang-up' }, stranger);
      await shown(item, /^\$\(call-incoming\) Call from 0301234567 · Ada$/u);
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.vscode'), { recursive: true });
    }
  });

  it('takes the running time from its clock', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    const { calls } = await phone.sdk.status();
    const begin = Date.parse(calls[0]?.answeredAt ?? '');
    const ticks: (() => void)[] = [];
    let now = begin + 127_000;
    const clock = {
      now: () => now,
      after: (_milliseconds: number, tick: () => void) => {
        ticks.push(tick);
        return () => void ticks.splice(ticks.indexOf(tick), 1);
      },
    };
    await withOtherWindow(async (connection) => {
      const other = new StatusItem(connection, nobodyIn(connection), clock);
      try {
        await shown(other, /In call with 101 02:07$/u);
        assert.equal(ticks.length, 1);
        now = begin + 3_600_000;
        ticks.shift()?.();
        assert.match(other.text, / 1:00:00$/u);
        await phone.sdk.hangup();
        await shown(other, idle);
        assert.equal(ticks.length, 0);
      } finally {
        other.dispose();
      }
    });
  });
});
