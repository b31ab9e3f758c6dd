import assert from 'node:assert/strict';

import { recipe } from '../../sdk/src/recipes/index.ts';
import { useWorkbench } from '../support/vscode/use-workbench.ts';

function copySnippet(this: Mocha.Suite): void {
  this.timeout(120_000);

  const code = useWorkbench();

  /** Types until one answer is left, and takes it. */
  async function answer(question: string, words: string): Promise<void> {
    const { page, workbench } = code;
    await page.locator(`.quick-input-widget input[placeholder="${question}"]`).waitFor();
    await workbench.input.fill(words);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: words }).first().waitFor();
    await workbench.input.press('Enter');
  }

  it('opens a snippet in a new document, with what to know before it is used', async () => {
    const { page, workbench } = code;
    await workbench.runCommand('MicroSIP: Copy Trigger Snippet…');
    await answer('The language of the snippet', 'PowerShell');
    await answer('What the snippet does', 'Hang Up and Reject All');
    await answer('microsip-hangup.ps1', 'Open in a New Document');

    const editor = page.locator('.editor-instance .view-lines');
    await editor.getByText('MicroSIP').first().waitFor();
    const { version } = code.phone.installation;
    const { text } = recipe('powershell', { type: 'hangup', scope: 'all' }, { version });
    const plain = (source: string): string => source.replace(/\s+/gu, ' ').trim();
    const [firstLine = ''] = text.split('\n').filter((line) => line.trim() !== '');
    // The editor draws the lines that are in sight.
    assert.ok(plain(await editor.innerText()).includes(plain(firstLine)));

    await workbench.clickInNotification(
      'The snippet microsip-hangup.ps1 is ready.',
      'What to Know Before It Is Used',
    );
    await page.getByText('Preview Trigger Snippet.md').first().waitFor();
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('copying a trigger snippet by hand', copySnippet);
