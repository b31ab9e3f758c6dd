import assert from 'node:assert/strict';
import { brotliCompressSync } from 'node:zlib';

import type { BrowserContextOptions, Page } from 'playwright-core';

import { axeViolations } from './axe-violations.ts';
import type { OpenedSite } from './playground/playground-in-browser.ts';

/** One page of each type; the playground has tests of its own. */
const pageTypes = {
  home: '/',
  'a command': '/reference/command-line/hangup-all',
  'a group of settings': '/reference/settings/network',
  'event hooks': '/reference/event-hooks',
  'what the web says': '/reference/what-the-web-says',
  'error codes': '/reference/errors',
  'the SDK': '/sdk',
  'a class': '/sdk/microsip-sdk/classes/MicroSip',
  'a function': '/sdk/microsip-sdk/functions/planAction',
  recipes: '/guides/dial-from-your-language',
  'a guide': '/guides/webhook',
  search: '/search?q=hangup',
  'no page': '/nothing-of-the-kind',
} as const;

/** The pages that are read most; what each loads is limited. */
const weighed = [
  pageTypes.home,
  pageTypes['a command'],
  pageTypes['a group of settings'],
  pageTypes['error codes'],
  pageTypes['a class'],
];

const scriptLimit = 200_000;

/** The tests of what people do on the site's pages; `opened` is asked once the site is there. */
export function describePages(opened: () => OpenedSite): void {
  describe('its pages', () => {
    const open: Page[] = [];

    /** A page of its own, as for a new visitor. */
    async function visit(place: string, options: BrowserContextOptions = {}): Promise<Page> {
      const { browser, origin } = opened();
      const page = await browser.newPage(options);
      open.push(page);
      await page.goto(`${origin}${place}`, { waitUntil: 'networkidle' });
      return page;
    }

    afterEach(async () => {
      for (const page of open.splice(0)) await page.close();
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [type, place] of Object.entries(pageTypes)) {
        it(`have nothing for axe to find: ${type}, ${colorScheme}`, async () => {
          const page = await visit(place, { colorScheme });
          assert.equal(await page.evaluate('document.documentElement.dataset.theme'), colorScheme);
          assert.deepEqual(await axeViolations(page), []);
        });
      }
    }

    it('turn dark by a switch, and stay so', async () => {
      const page = await visit('/', { colorScheme: 'light' });
      const theme = (): Promise<string> => page.evaluate('document.documentElement.dataset.theme');
      const toggle = page.getByRole('button', { name: /Switch between dark and light mode/u });
      // System, then light, then dark.
      for (let clicks = 0; clicks < 3 && (await theme()) !== 'dark'; clicks++) await toggle.click();
      assert.equal(await theme(), 'dark');
      const background = 'getComputedStyle(document.documentElement).backgroundColor';
      assert.notEqual(await page.evaluate(background), 'rgb(255, 255, 255)');
      await page.getByRole('link', { name: 'First call', exact: true }).first().click();
      await page.getByRole('heading', { level: 1, name: 'A first call' }).waitFor();
      await page.reload();
      assert.equal(await theme(), 'dark');
    });

    it('lead on from an address that has none', async () => {
      const page = await visit('/nothing-of-the-kind');
      await page.getByRole('link', { name: 'Every command of MicroSIP' }).click();
      await page.getByRole('heading', { level: 1, name: 'Command line' }).waitFor();
    });

    for (const place of weighed) {
      it(`load no more than ${scriptLimit / 1000} kB of compressed script: ${place}`, async () => {
        const { browser, origin } = opened();
        const page = await browser.newPage();
        open.push(page);
        const scripts: Promise<Buffer>[] = [];
        page.on('response', (response) => {
          // What is fetched ahead of time for other pages is no script of this one.
          if (response.request().resourceType() === 'script') scripts.push(response.body());
        });
        await page.goto(`${origin}${place}`, { waitUntil: 'networkidle' });
        const bytes = (await Promise.all(scripts)).reduce(
          (sum, script) => sum + brotliCompressSync(script).length,
          0,
        );
        assert.ok(scripts.length > 2);
        assert.ok(bytes <= scriptLimit, `${bytes} bytes`);
      });
    }
  });
}
