import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { acceptQuickPick } from '../../support/vscode/accept-quick-pick.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';
import { showSelection } from '../../support/vscode/show-selection.ts';

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
    await showSelection({ content }, selected);
    await acceptQuickPick('microsip.dialSelection');
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

  it('dials the extension at the cursor, which no numbering plan knows', async () => {
    assert.equal(await dialIn('Ada: 101, Bob: 102', new vscode.Range(0, 16, 0, 16)), '102');
  });

  it('dials the one number in a selection that is more than a number', async () => {
    assert.equal(
      await dialIn('Please call (415) 555-2671 on 2024-01-15', new vscode.Range(0, 0, 0, 40)),
      '4155552671',
    );
  });

  it('dials the number that is chosen of several in a selection', async () => {
    const line = 'tel:101 or tel:102';
    assert.equal(await dialIn(line, new vscode.Range(0, 0, 0, line.length)), '101');
  });

  it('dials the number at the cursor in a line of 5 MB', async () => {
    const before = 'x=1; '.repeat(500_000);
    const place = before.length + 7;
    assert.equal(
      await dialIn(`${before}+1 (415) 555-2671; ${before}`, new vscode.Range(0, place, 0, place)),
      '+14155552671',
    );
  });
});
