import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { until } from '../../support/sdk/until.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';

describe('dialling from an editor', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start();
  });

  after(() => phone.remove());

  afterEach(async () => {
    await phone.endCalls();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  async function dialIn(content: string, selected: vscode.Range): Promise<string | undefined> {
    const document = await vscode.workspace.openTextDocument({ content });
    const selection = new vscode.Selection(selected.start, selected.end);
    await vscode.window.showTextDocument(document, { selection });
    // The editor that was closed before may be the active one a moment longer.
    await until(
      () => vscode.window.activeTextEditor?.document === document,
      'the document to be in the active editor',
    );
    await vscode.commands.executeCommand('microsip.dialSelection');
    const { calls } = await phone.until('there is a call', ({ calls }) => calls.length > 0);
    return calls[0]?.number;
  }

  it('dials what is selected', async () => {
    assert.equal(await dialIn('Call +49 (30) 123456-7 or 102', new vscode.Range(0, 5, 0, 20)), '+4930123456');
  });

  it('dials the number at the cursor', async () => {
    assert.equal(
      await dialIn('first\nCall +1 (415) 555-2671, please', new vscode.Range(1, 9, 1, 9)),
      '+14155552671',
    );
  });
});
