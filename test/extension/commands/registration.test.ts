import assert from 'node:assert/strict';

import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

describe("the extension's commands", () => {
  it('are all there that the manifest offers, and no other', async () => {
    const extension = vscode.extensions.getExtension('microsip-devkit.microsip-devkit');
    assert.ok(extension);
    await extension.activate();
    const { contributes } = extension.packageJSON as Manifest;
    const offered = contributes.commands.map(({ command }) => command);
    const views = Object.values(contributes.views).flat();
    const registered = await vscode.commands.getCommands(true);
    // VS Code adds some for each view, such as `….focus`.
    const own = registered.filter(
      (command) => command.startsWith('microsip.') && !views.some(({ id }) => command.startsWith(`${id}.`)),
    );
    assert.deepEqual(own.sort(), offered.sort());
  });
});
