import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { FrameLocator, Locator } from 'playwright-core';

import { useWorkbench } from '../support/vscode/use-workbench.ts';

const markdown = `# Support

Call +49 30 123456 or [the office](tel:101 "Reception"), not \`+49 30 654321\`.
`;

/** What a person clicks in a preview and in a terminal; the suites inside VS Code cannot click. */
function clickLinks(this: Mocha.Suite): void {
  this.timeout(120_000);

  const code = useWorkbench((phone) =>
    writeFile(path.join(path.dirname(phone.contacts.path), 'support.md'), markdown),
  );

  function row(text: string): Locator {
    return code.page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
  }

  async function seesCallWith(number: string): Promise<void> {
    await code.workbench.statusItem.getByText(new RegExp(` ${number}(?: \\d\\d:\\d\\d)?$`, 'u')).waitFor();
  }

  async function numbersCalled(): Promise<(string | undefined)[]> {
    return (await code.phone.status()).calls.map(({ number }) => number);
  }

  describe('in the Markdown preview', () => {
    let preview: FrameLocator;

    before(async () => {
      const { page, workbench } = code;
      await page.keyboard.press('F1');
      await workbench.input.fill('support.md');
      await row('support.md').click();
      await page.locator('.editor-instance .view-line', { hasText: 'Support' }).waitFor();
      await workbench.runCommand('Markdown: Open Preview');
      preview = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    });

    it('asks before it dials the number that was clicked, and Enter dials nothing', async () => {
      const { page, workbench } = code;
      await preview.getByRole('link', { name: '+49 30 123456' }).click();
      await page.locator('.quick-input-widget').getByText('A link from outside the editor').waitFor();
      await row('Dial +4930123456').waitFor();
      assert.match((await page.locator('.quick-input-list .focused').innerText()).trim(), /^Do Not Dial/u);
      await workbench.answerByEnter();
      assert.deepEqual(await numbersCalled(), []);

      await preview.getByRole('link', { name: '+49 30 123456' }).click();
      await workbench.answerByClick('Dial +4930123456');
      await seesCallWith(String.raw`\+4930123456`);
    });

    it('leads the links of the document here, too, and has none in code', async () => {
      const link = preview.getByRole('link', { name: 'the office' });
      assert.equal(await link.getAttribute('title'), 'Reception');
      await link.click();
      await code.workbench.answerByClick('Dial 101');
      await seesCallWith('101');
      assert.deepEqual(await preview.getByRole('link').allInnerTexts(), ['+49 30 123456', 'the office']);
    });
  });

  describe('in a terminal', () => {
    it('says what a number dials, and asks before it dials the one that was clicked', async () => {
      const { page, workbench } = code;
      await workbench.runCommand('Terminal: Create New Terminal');
      const terminal = page.locator('.terminal-wrapper.active');
      await terminal.locator('.xterm-rows').waitFor();
      await terminal.click();
      await page.keyboard.type(String.raw`printf '\n%s\n' '+49 30 123456'`);
      await page.keyboard.press('Enter');
      const line = terminal.locator('.xterm-rows > div', { hasText: /^\+49 30 123456/u }).last();
      const onNumber = { x: 40, y: 8 };
      await line.hover({ position: onNumber, force: true });
      await page.locator('.workbench-hover', { hasText: 'Dial +4930123456 with MicroSIP' }).waitFor();
      await line.click({ modifiers: ['Control'], position: onNumber, force: true });
      await row('Dial +4930123456').waitFor();
      assert.match(
        (await page.locator('.quick-input-list .focused').innerText()).trim(),
        /^Dial \+4930123456/u,
      );
      assert.deepEqual(await numbersCalled(), []);
      await workbench.answerByEnter();
      await seesCallWith(String.raw`\+4930123456`);
    });
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('links that a person clicks', clickLinks);
