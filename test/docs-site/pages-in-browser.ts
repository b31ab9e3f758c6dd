import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

import { execa } from 'execa';
import type { BrowserContextOptions, Page } from 'playwright-core';

import { shellWord } from '../support/recipes/recording-program.ts';
import { itOnPosix } from '../support/mocha/platform-tests.ts';
import { simulatedPhone } from '../support/sdk/simulated-phone.ts';
import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';
import { until } from '../support/sdk/until.ts';
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

/** What people look for, and the page that tells of it: the first that is found. */
const firstHits = {
  hangup: '/reference/command-line/hangup-all',
  dial: '/reference/command-line/dial',
  transfer: '/reference/command-line/transfer',
  answer: '/reference/command-line/answer',
  mute: '/reference/command-line/msip-mic-mute',
  'error codes': '/reference/errors',
  cmdCallRing: '/reference/event-hooks#cmdcallring',
  webhook: '/guides/webhook',
  doctor: '/reference/doctor',
} as const;

/** The pages that are read most, and those with the most programs; what each loads is limited. */
const weighed = [
  pageTypes.home,
  pageTypes['a command'],
  pageTypes['a group of settings'],
  pageTypes['error codes'],
  pageTypes['a class'],
  pageTypes.recipes,
];

/** By gzip: not every host of static pages knows Brotli. */
const scriptLimit = 200_000;
const phone = { width: 360, height: 780 };

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

    for (const [words, place] of Object.entries(firstHits)) {
      it(`are found: the search for “${words}” leads to ${place}`, async () => {
        const page = await visit('/');
        await page.getByPlaceholder('Search').fill(words);
        await page.locator('[role=option]').first().waitFor();
        await page.keyboard.press('Enter');
        await page.waitForURL((address) => address.pathname !== '/');
        const { hash, pathname } = new URL(page.url());
        assert.equal(`${pathname}${hash}`, place);
      });
    }

    it('let go of who has left the search by the keyboard before its index came', async () => {
      const { browser, origin } = opened();
      const page = await browser.newPage();
      open.push(page);
      let release = (): void => undefined;
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      await page.route('**/search-index*', async (route) => {
        await released;
        await route.continue();
      });
      await page.goto(origin, { waitUntil: 'networkidle' });
      const isInSearch = (): Promise<boolean> =>
        page.evaluate('document.activeElement.closest(".navbar__search") !== null');
      const asked = page.waitForRequest('**/search-index*');
      await page.keyboard.press('Control+k');
      await asked;
      await page.keyboard.press('Tab');
      assert.equal(await isInSearch(), false);
      release();
      await page.locator('.navbar__search [role=combobox]').waitFor({ state: 'attached' });
      await page.waitForLoadState('networkidle');
      assert.equal(await isInSearch(), false);
      // It is still there for who wants it.
      await page.keyboard.press('Control+k');
      assert.equal(await isInSearch(), true);
    });

    itOnPosix('hand over programs that run: the copied one calls on a simulated phone', async () => {
      const page = await visit(pageTypes.recipes, { permissions: ['clipboard-read', 'clipboard-write'] });
      const tabs = page.getByRole('tab', { name: 'Node.js', exact: true });
      await tabs.first().click();
      // One choice for every action on the page.
      assert.equal(await page.getByRole('tab', { name: 'Node.js', selected: true }).count(), 3);
      const copy = page
        .locator('[role=tabpanel]:not([hidden])')
        .getByRole('button', { name: 'Copy code to clipboard' });
      const copied = async (index: number): Promise<string> => {
        await copy.nth(index).click();
        return await page.evaluate<string>('navigator.clipboard.readText()');
      };

      await using simulated = await simulatedPhone();
      await simulated.phone.start();
      using directory = temporaryDirectory();
      const program = path.join(directory.path, 'microsip.exe');
      const { file, leadingArguments } = simulated.phone.installation.launch;
      const words = [file, ...leadingArguments].map(shellWord).join(' ');
      writeFileSync(program, `#!/bin/sh\nexec ${words} "$@"\n`);
      chmodSync(program, 0o755);
      const run = async (text: string): Promise<void> => {
        const place = 'const microsip = "";';
        assert.ok(text.includes(place), text);
        const script = path.join(directory.path, 'copied.mjs');
        writeFileSync(
          script,
          text.replace(place, () => `const microsip = ${JSON.stringify(program)};`),
        );
        await execa(process.execPath, [script]);
      };

      await run(await copied(0));
      await until(
        async () =>
          (await simulated.phone.status()).calls.some(
            ({ number, state }) => number === '4930123456' && state === 'active',
          ),
        'the answer',
      );
      await run(await copied(1));
      await until(async () => (await simulated.phone.status()).calls.length === 0, 'the end of the call');
    });

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

    it('can be used on a phone: the menu leads on, and nothing is cut off', async () => {
      const page = await visit('/', { viewport: phone, hasTouch: true });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), phone.width);
      await page.getByRole('button', { name: 'Toggle navigation bar' }).click();
      await page.getByRole('navigation').getByRole('link', { name: 'A first call', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'A first call' }).waitFor();
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), phone.width);
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
        const bytes = (await Promise.all(scripts)).reduce((sum, script) => sum + gzipSync(script).length, 0);
        assert.ok(scripts.length > 2);
        assert.ok(bytes <= scriptLimit, `${bytes} bytes`);
      });
    }
  });
}
