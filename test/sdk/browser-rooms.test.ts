import assert from 'node:assert/strict';
import path from 'node:path';

import { build } from 'esbuild';
import type { Browser } from 'playwright-core';

import { workOfBrowserRooms } from '../support/browser/browser-rooms.ts';
import { openBrowser } from '../support/browser/open-browser.ts';

const dialStrings = [
  '+1 (415) 555-2671',
  '030/123 456',
  'tel:+49-30-123;ext=5',
  'sip:user@host:5070;transport=tls?X-Id=7',
  '"Ada" <sip:101@pbx.test>',
  '101,,1234#',
  '*97',
  '٠١٢٣٤',
  'sip:[2001:db8::1]',
  '-hangup',
  '/hangupall',
  '100 /account:2',
  '101 hello there',
  '',
];

describe('catalogue, target, phone model, log, explanation and recipes in a browser', function () {
  this.timeout(120_000);

  let browser: Browser;

  before(async function () {
    browser = await openBrowser(this);
  });

  after(() => (browser as Browser | undefined)?.close());

  it('give the same answers as on Node', async () => {
    const bundle = await build({
      entryPoints: [path.join(import.meta.dirname, '../support/browser/browser-rooms.ts')],
      bundle: true,
      format: 'iife',
      globalName: 'rooms',
      platform: 'browser',
      target: 'es2023',
      write: false,
    });
    const [script] = bundle.outputFiles;
    assert.ok(script);
    assert.deepEqual(bundle.warnings, []);

    const page = await browser.newPage();
    await page.addScriptTag({ content: script.text });
    const onNode = workOfBrowserRooms(dialStrings);
    const inBrowser: unknown = await page.evaluate(
      `rooms.workOfBrowserRooms(${JSON.stringify(dialStrings)})`,
    );
    assert.equal(inBrowser, onNode);

    // The answers are of phones that did something, not fourteen times the same nothing.
    const { targets, phone } = JSON.parse(onNode) as { targets: unknown[]; phone: unknown[] };
    assert.equal(new Set(targets.map((target) => JSON.stringify(target))).size, dialStrings.length);
    assert.equal(new Set(phone.map((life) => JSON.stringify(life))).size, dialStrings.length);
  });
});
