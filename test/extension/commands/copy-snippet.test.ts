import assert from 'node:assert/strict';

import { recipe, type RecipeLanguage } from 'microsip-sdk/recipes';
import * as vscode from 'vscode';

import { acceptQuickPick } from '../../support/vscode/accept-quick-pick.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';
import { showSelection } from '../../support/vscode/show-selection.ts';

describe('copying a trigger snippet', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start();
  });

  after(() => phone.remove());

  afterEach(() => vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));

  for (const [language, expected] of [
    ['plaintext', 'python'],
    ['powershell', 'powershell'],
    ['html', 'html'],
  ] as const satisfies readonly (readonly [string, RecipeLanguage])[]) {
    it(`suggests ${expected} and the selected number in a document in ${language}, and calls nobody`, async () => {
      const content = 'Call +1 (415) 555-2671 now';
      await showSelection({ content, language }, new vscode.Range(0, 5, 0, 22));
      await vscode.env.clipboard.writeText('what was there before');
      await acceptQuickPick('microsip.copySnippet');
      const { version } = phone.sdk.installation;
      const { text } = recipe(expected, { type: 'dial', target: '+14155552671' }, { version });
      assert.equal(await vscode.env.clipboard.readText(), text);
      assert.deepEqual((await phone.sdk.status()).calls, []);
    });
  }
});
