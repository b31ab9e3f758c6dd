import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import type { ExtensionExports } from '../../extension/src/extension.ts';

describe('the extension as it ends', () => {
  it('keeps its log to the last, as VS Code disposes in order', async () => {
    const extension = vscode.extensions.getExtension<ExtensionExports>('microsip-devkit.microsip-devkit');
    assert.ok(extension);
    const { log, subscriptions } = await extension.activate();
    assert.equal(subscriptions.indexOf(log), subscriptions.length - 1);
  });
});
