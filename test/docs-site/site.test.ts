import assert from 'node:assert/strict';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { commands } from '../../sdk/src/catalogue/commands.ts';
import { hooks } from '../../sdk/src/catalogue/hooks.ts';
import { schemes } from '../../sdk/src/catalogue/schemes.ts';
import { openBrowser } from '../support/browser/open-browser.ts';
import { serveFolder, type ServedFolder } from '../support/browser/serve-folder.ts';
import { runCommand } from '../support/run-command.ts';

const docsSite = path.join(import.meta.dirname, '../../docs-site');
const docusaurus = path.join(import.meta.dirname, '../../node_modules/@docusaurus/core/bin/docusaurus.mjs');

describe('the documentation site', function () {
  this.timeout(180_000);

  let browser: Browser;
  let page: Page;
  let site: ServedFolder;
  let said: string;
  const faults: string[] = [];

  before(async function () {
    browser = await openBrowser(this);
    const built = await runCommand(process.execPath, [docusaurus, 'build'], {
      cwd: docsSite,
      timeout: 150_000,
    });
    assert.ok(built.ok, built.output);
    said = built.output;
    site = await serveFolder(path.join(docsSite, 'build'));
    page = await browser.newPage();
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
  });

  after(async () => {
    // Both are missing when `before` skipped the suite.
    await (browser as Browser | undefined)?.close();
    await (site as ServedFolder | undefined)?.close();
  });

  it('builds without a warning', () => {
    assert.doesNotMatch(said, /warn/iu);
  });

  it('leads from its first page to the commands', async () => {
    await page.goto(site.origin);
    await page.getByRole('heading', { level: 1, name: 'What MicroSIP\'s "API" is' }).waitFor();
    await page.getByRole('article').getByRole('link', { name: 'Command line' }).click();
    await page.getByRole('heading', { level: 1, name: 'Command line' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/reference/command-line');
  });

  it('has a section for every command of the catalogue, with its syntax and effect', async () => {
    await page.goto(`${site.origin}/reference/command-line`);
    for (const command of commands) {
      const heading = page.locator(`h3[id="${command.id}"]`);
      assert.ok((await heading.innerText()).startsWith(command.syntax), command.id);
    }
    const shown = await page.getByRole('article').innerText();
    const missing = commands.filter(({ effect }) => !shown.includes(effect.replaceAll('`', '')));
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
  });

  it('has a section for every URL scheme', async () => {
    await page.goto(`${site.origin}/reference/url-schemes`);
    const headings = await page.locator('h3').allInnerTexts();
    assert.deepEqual(
      headings.map((heading) => heading.replace(/[^a-z:]/gu, '')),
      schemes.map(({ token }) => token),
    );
  });

  it('has a section for every event hook', async () => {
    await page.goto(`${site.origin}/reference/event-hooks`);
    for (const { key } of hooks) await page.locator(`h2[id="${key.toLowerCase()}"]`).waitFor();
  });

  it('works without a fault in the console', () => {
    assert.deepEqual(faults, []);
  });
});
