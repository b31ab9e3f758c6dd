import assert from 'node:assert/strict';

import * as vscode from 'vscode';

describe("the extension's commands", () => {
  it('are all there that the manifest offers, and no other', async () => {
    const extension = vscode.extensions.getExtension('microsip-devkit.microsip-devkit');
    assert.ok(extension);
    await extension.activate();
    const { contributes } = extension.packageJSON as { contributes: { commands: { command: string }[] } };
    const offered = contributes.commands.map(({ command }) => command);
    const registered = await vscode.commands.getCommands(true);
    assert.deepEqual(registered.filter((command) => command.startsWith('microsip.')).sort(), offered.sort());
  });
});
