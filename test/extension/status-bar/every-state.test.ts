import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { IniDocument } from 'microsip-sdk';
import type { SimulatorScript } from 'microsip-sdk/simulator';
import * as vscode from 'vscode';

import type { ExtensionExports } from '../../../extension/src/extension.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';
import { shown } from '../../support/vscode/shown-status.ts';

const idle = /^\$\(call-outgoing\)$/u;

/** Who is called and what they do. */
const script: SimulatorScript = {
  rules: [
    { dialled: '200', steps: [] },
    { dialled: '201', steps: [{ after: 10, do: 'ring' }] },
    { dialled: '202', steps: [{ after: 10, do: 'refuse', status: 486 }] },
    {
      dialled: '203',
      steps: [
        { after: 10, do: 'answer' },
        { after: 10, do: 'hold' },
      ],
    },
  ],
};

describe('what the status bar says', () => {
  let item: ExtensionExports['callStatus'];
  let phone: EditorPhone | undefined;

  before(async () => {
    const extension = vscode.extensions.getExtension<ExtensionExports>('microsip-devkit.microsip-devkit');
    assert.ok(extension);
    item = (await extension.activate()).callStatus;
  });

  afterEach(async () => {
    await phone?.remove();
    phone = undefined;
  });

  async function configure(settings: Readonly<Record<string, string | undefined>>): Promise<void> {
    const configuration = vscode.workspace.getConfiguration('microsip');
    for (const [name, value] of Object.entries(settings)) {
      await configuration.update(name, value, vscode.ConfigurationTarget.Global);
    }
  }

  async function start(
    configure?: (ini: IniDocument) => void,
    surroundings: SimulatorScript = script,
  ): Promise<EditorPhone> {
    phone = await EditorPhone.start(configure, surroundings);
    return phone;
  }

  it('of a phone whose registrar does not answer', async () => {
    await start(undefined, { registrar: { answers: 'never' } });
    await shown(item, /^\$\(call-outgoing\) Unregistered$/u);
    assert.equal(item.label, 'MicroSIP: not registered');
  });

  it('of a phone whose registrar refuses it', async () => {
    await start(undefined, { registrar: { answers: 403 } });
    await shown(item, /^\$\(call-outgoing\) Refused$/u);
    assert.equal(item.label, 'MicroSIP: registration refused (403)');
  });

  // Elsewhere a process cannot be called what Wine would call it.
  if (process.platform === 'linux') {
    it('of a phone that tells nothing of its calls, as one under Wine whose log is off', async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'microsip-without-log-'));
      const executable = path.join(folder, 'microsip.exe');
      await writeFile(executable, '');
      await writeFile(path.join(folder, 'microsip.ini'), '[Settings]\r\nenableLog=0\r\n');
      const nameUnderWine = `Z:${executable.replaceAll('/', '\\')}`;
      const standIn = spawn('sleep', ['600'], { argv0: nameUnderWine, stdio: 'ignore' });
      try {
        await configure({ executable, dataDirectory: folder, backend: 'wine' });
        await shown(item, /^\$\(call-outgoing\) \$\(eye-closed\)$/u);
        assert.equal(item.label, 'MicroSIP: call state is off');
        standIn.kill();
        await shown(item, /^\$\(circle-slash\) MicroSIP$/u);
        assert.equal(item.label, 'MicroSIP: not running');
      } finally {
        standIn.kill();
        await configure({ executable: undefined, dataDirectory: undefined, backend: undefined });
        await rm(folder, { recursive: true, force: true });
      }
    });
  }

  it('of a call that nobody has seen yet, of one that rings there, and of one that is refused', async () => {
    const { sdk } = await start();
    await shown(item, idle);
    await sdk.dial('200');
    await shown(item, /^\$\(call-outgoing\) Calling 200$/u);
    assert.equal(item.label, 'MicroSIP: Calling 200');
    await sdk.hangup();
    await shown(item, idle);
    await sdk.dial('201');
    await shown(item, /^\$\(call-outgoing\) Ringing 201$/u);
    await sdk.hangup();
    await shown(item, idle);
    await sdk.dialAndWait('202', { until: 'ended' });
    await shown(item, idle);
  });

  it('of a call that the other side holds', async () => {
    const { sdk } = await start();
    await sdk.dial('203');
    await shown(item, /^\$\(debug-pause\) Held by 203$/u);
  });

  it('of several calls, the most pressing of them first', async () => {
    const { sdk, simulator } = await start((ini) => ini.set('Settings', 'singleMode', '0'));
    await sdk.dialAndWait('101', { until: 'active' });
    await shown(item, /In call with 101 \d\d:\d\d$/u);
    await simulator.ring({ from: '<sip:102@pbx.test>' });
    await simulator.ring({ from: '<sip:103@pbx.test>' });
    await shown(item, /^\$\(call-incoming\) Call from 102 \+2$/u);
    assert.equal(item.label, 'MicroSIP: Call from 102, and 2 more');
    await sdk.answer();
    await shown(item, /^\$\(call-incoming\) Call from 103 \+2$/u);
    await sdk.reject();
    await shown(item, /^\$\(call-incoming\) In call with 102 \d\d:\d\d \+1$/u);
    await sdk.hangup();
    await shown(item, idle);
  });

  it('of callers who write what they like into their number', async () => {
    const { simulator, sdk } = await start();
    await shown(item, idle);
    for (const [from, text] of [
      ['<sip:$(bug)@pbx.test>', '$(call-incoming) Call from $ (bug)'],
      [`<sip:${'9'.repeat(500)}@pbx.test>`, `$(call-incoming) Call from ${'9'.repeat(31)}…`],
      ['"\u202e$(bug)" <sip:@pbx.test>', /^\$\(call-incoming\) Call from (?!\u202e)/u],
    ] as const) {
      await simulator.ring({ from });
      const shownText = await shown(item, /Call from/u);
      if (typeof text === 'string') assert.equal(shownText, text);
      else assert.match(shownText, text);
      await sdk.reject();
      await shown(item, idle);
    }
  });
});
