import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator } from 'playwright-core';

import { useWorkbench } from '../support/vscode/use-workbench.ts';

const customers = [
  '# Customers',
  '',
  'Ada: +1 (415) 555-2671',
  '',
  'Bob: [his desk](tel:+49-30-23125-100)',
  '',
].join('\n');

/** What a person does with the mouse and the keyboard about numbers in a file. */
function clickNumbers(this: Mocha.Suite): void {
  this.timeout(90_000);

  const code = useWorkbench((phone) =>
    writeFile(path.join(path.dirname(phone.contacts.path), 'customers.md'), customers),
  );

  before(() => code.workbench.openFile('customers.md'));

  /** A link in the editor, also one that Ctrl makes active; VS Code splits a line where its colours change. */
  function link(text: string): Locator {
    return code.page.locator('.view-line [class*="detected-link"]', { hasText: text }).first();
  }

  /** Ctrl has the line drawn anew, with an active link, which Playwright by itself takes for something in the way. */
  async function clickLink(text: string): Promise<void> {
    await link(text).click({ modifiers: ['Control'], force: true });
  }

  async function seesCallWith(number: string): Promise<void> {
    await code.workbench.statusItem.getByText(`In call with ${number}`).waitFor();
    const { calls } = await code.phone.status();
    assert.deepEqual(
      calls.map((call) => call.number),
      [number],
    );
  }

  it('a click with Ctrl asks, shows whose number it is, and dials at Enter', async () => {
    await clickLink('415');
    await code.workbench.listed('Dial +14155552671').waitFor();
    await code.workbench.listed('+1 415 555 2671 · United States').waitFor();
    await code.workbench.answerByEnter();
    await seesCallWith('+14155552671');
  });

  it("a link of Markdown's own is dialled too, and opened by nobody else", async () => {
    await clickLink('tel:');
    await code.workbench.listed('Dial +493023125100').waitFor();
    await code.workbench.answerByEnter();
    await seesCallWith('+493023125100');
  });

  it('what is typed into the question puts no other answer under Enter', async () => {
    await clickLink('415');
    await code.workbench.listed('Dial +14155552671').waitFor();
    await code.workbench.input.pressSequentially('Do Not');
    await code.page.locator('.quick-input-widget input:placeholder-shown').waitFor();
    await code.workbench.answerByEnter();
    await seesCallWith('+14155552671');
  });

  it('Escape dials nothing', async () => {
    await clickLink('415');
    await code.workbench.listed('Dial +14155552671').waitFor();
    await code.workbench.input.press('Escape');
    // What is dialled next is the only call.
    await code.workbench.dial('103');
    await seesCallWith('103');
  });

  it('a hover tells of a number, and dials it', async () => {
    await link('415').hover();
    const hover = code.page.locator('.monaco-hover', { hasText: 'MicroSIP dials +14155552671' });
    await hover.getByText('+1 415 555 2671 · United States').waitFor();
    await hover.getByRole('link', { name: 'Dial', exact: true }).click();
    await code.workbench.answerByClick('Dial +14155552671');
    await seesCallWith('+14155552671');
  });

  it('asks no more where the user does without', async () => {
    await clickLink('415');
    await code.workbench.answerByClick('Dial, and Do Not Ask Again');
    await seesCallWith('+14155552671');
    await code.endCalls();
    await clickLink('tel:');
    await seesCallWith('+493023125100');
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('numbers in an editor', clickNumbers);
