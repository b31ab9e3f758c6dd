import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { settings } from '../../extension/contributions/settings.ts';
import type { ExtensionExports } from '../../extension/src/extension.ts';
import { readPhoneSettings } from '../../extension/src/settings.ts';
import {
  WrongSettingNotices,
  type SettingsManifest,
} from '../../extension/src/wrong-settings/wrong-setting-notices.ts';
import { shown } from '../support/vscode/shown-status.ts';
import { until } from '../support/sdk/until.ts';

describe("the phone's settings", () => {
  const change = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration('microsip').update(name, value, vscode.ConfigurationTarget.Global);

  afterEach(async () => {
    for (const name of ['backend', 'executable', 'dataDirectory']) await change(name, undefined);
  });

  it('are the defaults of the manifest where the user says nothing', () => {
    assert.deepEqual(readPhoneSettings(), {
      backend: 'auto',
      executable: undefined,
      dataDirectory: undefined,
    });
  });

  for (const backend of Object.keys(settings.backend.values)) {
    it(`take the backend ${backend}`, async () => {
      await change('backend', backend);
      assert.equal(readPhoneSettings().backend, backend);
    });
  }

  for (const [name, value] of [
    ['backend', 'telephone'],
    ['backend', 1],
    ['executable', ['microsip.exe']],
    ['dataDirectory', false],
  ] as const) {
    it(`say which is wrong: ${name} = ${JSON.stringify(value)}`, async () => {
      await change(name, value);
      assert.throws(readPhoneSettings, {
        code: 'INVALID_ARGUMENT',
        message: new RegExp(`microsip\\.${name}`, 'u'),
      });
    });
  }
});

describe('the notices of wrong settings', () => {
  const extension = vscode.extensions.getExtension('microsip-devkit.microsip-devkit');
  const change = (name: string, value: unknown): Thenable<void> =>
    vscode.workspace.getConfiguration('microsip').update(name, value, vscode.ConfigurationTarget.Global);

  afterEach(async () => {
    for (const name of Object.keys(settings)) await change(name, undefined);
  });

  it('tell once of each setting that is not what the manifest declares, at the start and when it becomes so', async () => {
    await change('incomingCall.notify', 'never');
    const told: string[] = [];
    const notices = new WrongSettingNotices(extension?.packageJSON as SettingsManifest, (message) =>
      told.push(message),
    );
    try {
      assert.deepEqual(told.splice(0), ['The setting microsip.incomingCall.notify must be true or false.']);
      await change('executable', 7);
      await until(() => told.length > 0, 'the notice');
      assert.deepEqual(told.splice(0), ['The setting microsip.executable must be a text.']);
      await change('executable', undefined);
      await change('backend', 'wine');
      await change('executable', 7);
      await until(() => told.length > 0, 'the notice that it is wrong again');
      assert.deepEqual(told, ['The setting microsip.executable must be a text.']);
    } finally {
      notices.dispose();
    }
  });

  it('leave the extension at work, which shows that it has no phone, and refuses commands in words', async () => {
    await extension?.activate();
    const { callStatus } = extension?.exports as ExtensionExports;
    for (const value of [0, null, 'x', {}, [{}]]) {
      for (const name of Object.keys(settings)) await change(name, value);
      await shown(callStatus, /\$\(warning\)/u);
      assert.match(callStatus.label, /INVALID_ARGUMENT/u);
      const { getApi } = extension?.exports as ExtensionExports;
      await assert.rejects(() => getApi(1).dial('101'), {
        code: 'INVALID_ARGUMENT',
        message: /microsip\.backend must be one of/u,
      });
      for (const name of Object.keys(settings)) await change(name, undefined);
      await shown(callStatus, /No MicroSIP/u);
    }
  });
});
