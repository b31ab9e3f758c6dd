import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { MicroSip } from 'microsip-sdk';
import * as vscode from 'vscode';

import type { ExtensionExports } from '../../extension/src/extension.ts';

describe('the extension with a simulated phone', () => {
  let callStatus: ExtensionExports['callStatus'];
  let dataDirectory: string;
  let phone: MicroSip;

  /** Waits until the status bar's text matches; the texts that came before are in the error. */
  function shown(pattern: RegExp): Promise<string> {
    return new Promise((resolve, reject) => {
      const seen: string[] = [callStatus.text];
      const look = (text: string): void => {
        seen.push(text);
        if (!pattern.test(text)) return;
        clearTimeout(limit);
        subscription.dispose();
        resolve(text);
      };
      const subscription = callStatus.onDidChangeText(look);
      const limit = setTimeout(() => {
        subscription.dispose();
        reject(new Error(`${String(pattern)} was not shown, but ${JSON.stringify(seen)}`));
      }, 20_000);
      look(callStatus.text);
    });
  }

  before(async () => {
    const extension = vscode.extensions.getExtension<ExtensionExports>('microsip-devkit.microsip-devkit');
    assert.ok(extension);
    ({ callStatus } = await extension.activate());
    dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'microsip-extension-phone-'));
    const settings = vscode.workspace.getConfiguration('microsip');
    await settings.update('dataDirectory', dataDirectory, vscode.ConfigurationTarget.Global);
    await settings.update('backend', 'simulator', vscode.ConfigurationTarget.Global);
    phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
  });

  after(async () => {
    const status = await phone.status();
    if (status.phone !== 'not-running') await phone.exit();
    await phone.dispose();
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  it('shows nothing while no phone runs', () => {
    assert.equal(callStatus.text, '');
  });

  it('dials what the command is given, and shows the call until it is hung up', async () => {
    const dialled = vscode.commands.executeCommand('microsip.dial', '+1 (415) 555-2671');
    await shown(/(Calling|Ringing) \+14155552671$/u);
    await dialled;
    await shown(/^\$\(call-outgoing\) In call with \+14155552671$/u);

    await vscode.commands.executeCommand('microsip.hangUp');
    await shown(/^\$\(call-outgoing\)$/u);
    assert.deepEqual((await phone.status()).calls, []);
  });

  it('shows the end of a call that others ended', async () => {
    await phone.dial('102');
    await shown(/In call with 102$/u);
    await phone.hangup();
    await shown(/^\$\(call-outgoing\)$/u);
  });

  it('refuses what MicroSIP would obey, and dials nothing', async () => {
    void vscode.commands.executeCommand('microsip.dial', '/hangupall');
    await phone.dial('103');
    await shown(/In call with 103$/u);
    await phone.hangup();
    await shown(/^\$\(call-outgoing\)$/u);
  });

  it('hides its item when the phone ends', async () => {
    await phone.exit();
    await shown(/^$/u);
  });
});
