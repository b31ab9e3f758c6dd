import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { settings } from '../../extension/contributions/settings.ts';
import { readPhoneSettings } from '../../extension/src/settings.ts';

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
