import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import type { Locator } from 'playwright-core';

import { until } from '../support/sdk/until.ts';
import { useWorkbench } from '../support/vscode/use-workbench.ts';

const pictures = new URL('../../extension/media/walkthrough/', import.meta.url);

/** The shapes of a picture, in turn. */
function shapesOf(svg: string): string {
  return Array.from(svg.matchAll(/<(rect|circle|path|text)\b/gu), ([, shape]) => shape).join(' ');
}

/** What a person is led through who has just installed the extension. */
function takeTheWalkthrough(this: Mocha.Suite): void {
  this.timeout(120_000);

  const code = useWorkbench();

  before(async () => {
    const { page, workbench } = code;
    // A narrow window has no room for the pictures.
    await page.setViewportSize({ width: 1600, height: 900 });
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.listed('Make Your First Call with MicroSIP').click();
    await step('Choose your phone').waitFor();
  });

  function step(title: string): Locator {
    return code.page.locator('.getting-started-step', { hasText: title });
  }

  function isDone(title: string): Locator {
    return step(title).locator('.codicon.complete');
  }

  it('shows a picture to each step, in the colours of the window', async () => {
    for (const [title, file] of [
      ['Choose your phone', 'phone'],
      ['See what the phone does', 'state'],
      ['Dial where the number stands', 'numbers'],
    ] as const) {
      const shapes = shapesOf(readFileSync(new URL(`${file}.svg`, pictures), 'utf8'));
      await step(title).click();
      // The picture of the step before stays until the next is there.
      const frame = code.page.locator('.getting-started-media iframe').last().contentFrame();
      const picture = frame.frameLocator('#active-frame').locator('svg');
      await until(async () => shapesOf(await picture.innerHTML()) === shapes, `the picture of "${title}"`);
    }
  });

  it('lets the simulated phone ring', async () => {
    const { page, workbench } = code;
    await step('Answer a call').click();
    await page.getByRole('button', { name: 'Let the Simulated Phone Ring' }).click();
    await workbench.statusItem.getByText('Call from 101').waitFor();
    await isDone('Answer a call').waitFor();
    await code.phone.reject();
    await workbench.statusItem.getByText('Call from').waitFor({ state: 'detached' });
  });

  it('ends with a call that its button makes, and hangs up', async () => {
    const { page, workbench } = code;
    await step('Make your first call').click();
    await page.getByRole('button', { name: 'Dial 101' }).click();
    await workbench.statusItem.getByText('In call with 101').waitFor();
    await isDone('Make your first call').waitFor();
    await isDone('Choose your phone').waitFor();
    await page.getByRole('button', { name: 'Hang Up' }).first().click();
    await workbench.statusItem.getByText('In call').waitFor({ state: 'detached' });
    assert.deepEqual((await code.phone.status()).calls, []);
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the walkthrough in the hands of a person', takeTheWalkthrough);
