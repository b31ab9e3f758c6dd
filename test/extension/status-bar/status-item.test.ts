import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { CallerNames } from '../../../extension/src/caller-names.ts';
import { PhoneConnection } from '../../../extension/src/phone/phone-connection.ts';
import { StatusItem } from '../../../extension/src/status-bar/status-item.ts';
import { until } from '../../support/sdk/until.ts';
import { shown } from '../../support/vscode/shown-status.ts';
import { configure, idle, useEditorPhone } from '../../support/vscode/use-editor-phone.ts';

const off = /^\$\(circle-slash\) MicroSIP$/u;

const nobodyIn = (connection: PhoneConnection): CallerNames =>
  new CallerNames(connection, () => Promise.resolve(undefined));

describe('the status bar item with a simulated phone', () => {
  const suite = useEditorPhone();

  /** A window of its own, as far as the phone is concerned. */
  async function withOtherWindow(look: (connection: PhoneConnection) => Promise<void>): Promise<void> {
    const log = vscode.window.createOutputChannel('Another Window', { log: true });
    const { dataDirectory } = suite.phone;
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
    const subscription = suite.item.onDidChangeText((text) => texts.push(text));
    await suite.phone.sdk.dial('+1 (415) 555-2671');
    await shown(suite.item, /^\$\(call-outgoing\) In call with \+14155552671 00:0[1-9]$/u);
    assert.equal(suite.item.label, 'MicroSIP: In call with +14155552671');
    await suite.phone.sdk.hangup();
    await shown(suite.item, idle);
    subscription.dispose();
    // On a busy machine the first second may be over before it is shown.
    const stages = texts.map((text) => /Calling|Ringing|In call/u.exec(text)?.[0] ?? 'idle');
    assert.deepEqual(stages.filter((stage, index) => stage !== stages[index - 1]).slice(0, 3), [
      'Calling',
      'Ringing',
      'In call',
    ]);
  });

  it('shows a call that is held, and taken back', async () => {
    await suite.phone.sdk.dialAndWait('101', { until: 'active' });
    await suite.phone.sdk.hold();
    await shown(suite.item, /^\$\(debug-pause\) On hold: 101$/u);
    await suite.phone.sdk.hold();
    await shown(suite.item, /In call with 101 \d\d:\d\d$/u);
  });

  it('shows who calls, before the call that is talked on', async () => {
    await suite.phone.sdk.dialAndWait('101', { until: 'active' });
    await suite.phone.simulator.ring({ from: '"$(bug) Eve" <sip:102@pbx.test>' });
    await shown(suite.item, /^\$\(call-incoming\) Call from 102 \+1$/u);
    assert.equal(suite.item.label, 'MicroSIP: Call from 102, and 1 more');
    await suite.phone.sdk.answer();
    // MicroSIP's usual mode keeps one call at a time.
    await shown(suite.item, /In call with 102 \d\d:\d\d$/u);
  });

  it('shows that the phone ended, and that it is back', async () => {
    await suite.phone.sdk.exit();
    await shown(suite.item, off);
    await suite.phone.sdk.start();
    await shown(suite.item, idle);
  });

  it('lets go of the call of a phone that is killed', async () => {
    await suite.phone.sdk.dialAndWait('101', { until: 'active' });
    await shown(suite.item, /In call with 101/u);
    const pid = await suite.phone.simulator.processId();
    assert.ok(pid !== undefined);
    process.kill(pid, 'SIGKILL');
    await shown(suite.item, off);
    await suite.phone.sdk.start();
    await shown(suite.item, idle);
  });

  it('shows what it knows of a phone that hangs, and what becomes of it', async () => {
    await suite.phone.sdk.dialAndWait('101', { until: 'active' });
    await shown(suite.item, /In call with 101/u);
    const pid = await suite.phone.simulator.processId();
    assert.ok(pid !== undefined);
    await suite.phone.simulator.hang();
    await shown(suite.item, /In call with 101 00:0[1-9]/u);
    process.kill(pid, 'SIGKILL');
    await shown(suite.item, off);
  });

  it('can be hidden by a setting, without losing sight of the phone', async () => {
    try {
      await configure('statusBar.show', false);
      await shown(suite.item, /^$/u);
      await suite.phone.sdk.dialAndWait('101', { until: 'active' });
      assert.equal(suite.item.text, '');
    } finally {
      await configure('statusBar.show', undefined);
    }
    await shown(suite.item, /In call with 101/u);
  });

  it('says when the phone that the settings name is not there, and finds the one they name next', async () => {
    try {
      await configure('backend', 'wsl');
      await shown(suite.item, /^\$\(circle-slash\) No MicroSIP$/u);
    } finally {
      await configure('backend', 'simulator');
    }
    await shown(suite.item, idle);
  });

  it('is the same in two windows', async () => {
    await withOtherWindow(async (connection) => {
      const other = new StatusItem(connection, nobodyIn(connection));
      try {
        await shown(other, idle);
        await suite.phone.sdk.dialAndWait('101', { until: 'active' });
        const times = / \d\d:\d\d$/u;
        const [one, two] = await Promise.all([shown(suite.item, times), shown(other, times)]);
        assert.equal(two.replace(times, ''), one.replace(times, ''));
        assert.deepEqual(
          connection.status.calls.map(({ callId }) => callId),
          [...(await suite.phone.sdk.status()).calls.map(({ callId }) => callId)],
        );
        await suite.phone.sdk.hangup();
        await Promise.all([shown(suite.item, idle), shown(other, idle)]);
      } finally {
        other.dispose();
      }
    });
  });

  it('names a caller as the contacts of the phone do, and not as those of the workspace', async () => {
    await suite.phone.sdk.contacts.add({ number: '+49 30 1234567', name: 'Ada' }, { restart: true });
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder, '.vscode/contacts.json');
    const contacts = [{ name: 'Mallory', number: '102' }];
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(JSON.stringify({ contacts })));
    try {
      await shown(suite.item, idle);
      const stranger = await suite.phone.simulator.ring({ from: '<sip:102@pbx.test>' });
      await suite.phone.simulator.ring({ from: '"Eve" <sip:0301234567@pbx.test>' });
      await until(() => suite.item.tooltip.includes('your contact Ada · Eve'), 'the name of the contact');
      assert.doesNotMatch(suite.item.tooltip, /Mallory/u);
      await shown(suite.item, /^\$\(call-incoming\) Call from 102 \+1$/u);
      await suite.phone.simulator.farEnd({ do: 'hang-up' }, stranger);
      await shown(suite.item, /^\$\(call-incoming\) Call from 0301234567 · Ada$/u);
    } finally {
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, '.vscode'), { recursive: true });
    }
  });

  it('takes the running time from its clock', async () => {
    await suite.phone.sdk.dialAndWait('101', { until: 'active' });
    const { calls } = await suite.phone.sdk.status();
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
        await suite.phone.sdk.hangup();
        await shown(other, idle);
        assert.equal(ticks.length, 0);
      } finally {
        other.dispose();
      }
    });
  });
});
