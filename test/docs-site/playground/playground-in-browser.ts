import assert from 'node:assert/strict';

import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

import { axeViolations } from '../axe-violations.ts';

/** Where the built site is served, and a browser that can open it. */
export interface OpenedSite {
  readonly browser: Browser;
  readonly origin: string;
}

/** The tests of the playground on the built site; `opened` is asked once the site is there. */
export function describePlayground(opened: () => OpenedSite): void {
  describe('the playground', () => {
    const open: Page[] = [];
    const faults: string[] = [];

    /** A page of its own, which tells of its faults. */
    async function visit(place: string, options: BrowserContextOptions = {}): Promise<Page> {
      const { browser, origin } = opened();
      const page = await browser.newPage(options);
      open.push(page);
      page.on('pageerror', (error) => faults.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.goto(`${origin}${place}`);
      return page;
    }

    afterEach(async () => {
      for (const page of open.splice(0)) await page.close();
      assert.deepEqual(faults.splice(0), []);
    });

    it('shows that -hangup is dialled and that /hangupall hangs up', async () => {
      const page = await visit('/playground');
      await commandLine(page).fill('-hangup');
      await reading(page).getByText('“-hangup” is no command of MicroSIP 3.22.16').waitFor();
      await commandLine(page).press('Enter');
      await callCard(page, '-hangup').getByText('talking').waitFor();
      await reading(page).getByRole('button', { name: 'Give it' }).first().click();
      await page.getByText('No call.').waitFor();
      assert.equal(await commandLine(page).inputValue(), '/hangupall');
      await happening(page, 'The call with -hangup is over').waitFor();
    });

    it('marks what is only inferred', async () => {
      const page = await visit('/playground');
      await commandLine(page).fill('tel:///hangupall/');
      await reading(page).getByText('encode its spaces. (inferred, not seen)').waitFor();
    });

    it('follows a link to a command line in a version, and shows what it does', async () => {
      const page = await visit('/playground?line=%2Fanswer&version=3.21.6');
      await callCard(page, 'Ada (102)').getByText('talking').waitFor();
      assert.equal(await page.getByRole('combobox', { name: 'MicroSIP' }).inputValue(), '3.21.6');
      assert.equal(await commandLine(page).inputValue(), '/answer');
    });

    it('follows no link that asks for more, and says so', async () => {
      const page = await visit('/playground?line=101&settings=x');
      await page.getByRole('alert').getByText('cannot be followed').waitFor();
      await page.getByText('No call.').waitFor();
    });

    it('shows hostile text as text, from a link, a caller and a command line', async () => {
      const hostile = '<img src=x onerror="document.title=`taken`">';
      const page = await visit(`/playground?line=${encodeURIComponent(hostile)}`);
      await happening(page, `microsip.exe ${hostile}`).waitFor();
      await page.getByLabel('Name', { exact: true }).fill(`${hostile}\u202E`);
      await page.getByRole('button', { name: 'Ring in' }).click();
      // MicroSIP takes part of such a name for the number.
      await callCard(page, 'img src=x onerror=').getByText('⟨U+202E⟩').waitFor();
      assert.equal(await page.locator('main img').count(), 0);
      assert.notEqual(await page.title(), 'taken');
    });

    it('starts hook programs, writes a log, and stops when its time is stopped', async () => {
      const page = await visit('/playground?line=101');
      await callCard(page, '101').getByText('talking').waitFor();
      await page.getByRole('tab', { name: /^Hooks/u }).click();
      await page.getByText('call-event.exe cmdCallStart 101').waitFor();
      await page.getByRole('tab', { name: 'Log' }).click();
      await page.getByLabel('The log').getByText('from CONNECTING to CONFIRMED').waitFor();

      await page.getByRole('button', { name: 'Pause' }).click();
      await page.getByRole('button', { name: 'Begin anew' }).click();
      await commandLine(page).press('Enter');
      await callCard(page, '101').getByText('calling', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Next event' }).click();
      await page.getByRole('button', { name: '+1 s', exact: true }).click();
      await callCard(page, '101').getByText('rings there').waitFor();
      await page.getByRole('button', { name: '+10 s' }).click();
      await callCard(page, '101').getByText('talking').waitFor();
    });

    it('can be used by keyboard alone', async () => {
      const page = await visit('/playground');
      await commandLine(page).focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.type('101');
      await page.keyboard.press('Enter');
      await callCard(page, '101').getByText('talking').waitFor();

      await tabTo(page, 'Hang up');
      await page.keyboard.press('Space');
      await page.getByText('No call.').waitFor();
      await tabTo(page, 'Ring in');
      await page.keyboard.press('Enter');
      await callCard(page, 'Ada (555)').getByText('rings here').waitFor();
      await tabTo(page, 'What happens');
      await page.keyboard.press('ArrowRight');
      await page.getByText('cmdIncomingCall', { exact: true }).waitFor();
      await page.keyboard.press('End');
      await page.getByLabel('The log').waitFor();
      await tabTo(page, 'Settings of this phone');
      await page.keyboard.press('Enter');
      await tabTo(page, 'Answer every call');
      await page.keyboard.press('Space');
      await page.getByLabel('The ini').getByText('autoAnswer=all').waitFor();
    });

    it('tells who cannot see it what a command line means and what came of it', async () => {
      const page = await visit('/playground');
      await commandLine(page).fill('/hangupall');
      await page
        .getByRole('status', { name: 'The reading' })
        .getByText('“/hangupall” is understood by MicroSIP')
        .waitFor();
      await commandLine(page).fill('101');
      await commandLine(page).press('Enter');
      await page.getByRole('status', { name: 'The latest' }).getByText('101 has answered.').waitFor();
    });

    it('goes on without a network', async () => {
      const page = await visit('/playground');
      // Linked pages are fetched ahead of time.
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      await commandLine(page).fill('101');
      await commandLine(page).press('Enter');
      await callCard(page, '101').getByText('talking').waitFor();
      await page.getByRole('tab', { name: 'Log' }).click();
      await page.getByLabel('The log').waitFor();
    });

    it('comes to other pages with nothing of its code', async () => {
      const { browser, origin } = opened();
      const page = await browser.newPage();
      open.push(page);
      const scripts: Promise<string>[] = [];
      page.on('response', (response) => {
        if (response.url().endsWith('.js')) scripts.push(response.text());
      });
      await page.goto(origin, { waitUntil: 'networkidle' });
      const elsewhere = await Promise.all(scripts.splice(0));
      assert.ok(elsewhere.length > 0);
      assert.ok(elsewhere.every((script) => !script.includes(ownText)));

      await page.getByRole('link', { name: 'Playground' }).first().click();
      await commandLine(page).waitFor();
      const here = await Promise.all(scripts);
      assert.ok(here.some((script) => script.includes(ownText)));
    });

    for (const colorScheme of ['light', 'dark'] as const) {
      for (const [device, viewport] of Object.entries(viewports)) {
        it(`has nothing for axe to find: ${colorScheme}, ${device}`, async () => {
          const page = await visit('/playground?line=-hangup', { colorScheme, viewport });
          await callCard(page, '-hangup').getByText('talking').waitFor();
          await page.getByText('Settings of this phone').click();
          assert.deepEqual(await axeViolations(page), []);

          await page.getByRole('tab', { name: /^Hooks/u }).click();
          assert.deepEqual(await axeViolations(page), []);
          await page.getByRole('tab', { name: 'Log' }).click();
          assert.deepEqual(await axeViolations(page), []);

          // A message box, an account that waits, and a phone that stands still.
          await page.getByLabel('Its registrar').selectOption('silent');
          await page.getByLabel('It runs for').selectOption('15 s');
          await page.getByRole('button', { name: 'Ring in' }).click();
          await page.getByText('stands still until').waitFor();
          assert.deepEqual(await axeViolations(page), []);
          assert.equal(await page.evaluate('document.documentElement.scrollWidth'), viewport.width);
        });
      }
    }
  });
}

const viewports = {
  desktop: { width: 1280, height: 900 },
  phone: { width: 360, height: 780 },
} as const;

/** A text that only the playground's own code holds. */
const ownText = 'has handed its text over and ends';

function commandLine(page: Page) {
  return page.getByLabel('microsip.exe command line');
}

function reading(page: Page) {
  return page.getByRole('region', { name: 'What MicroSIP reads' });
}

function happening(page: Page, text: string) {
  return page.getByRole('tabpanel').getByText(text);
}

function callCard(page: Page, name: string) {
  return page.getByRole('list', { name: 'Calls' }).getByRole('listitem').filter({ hasText: name });
}

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate<string>(
      "(document.activeElement?.closest('label') ?? document.activeElement)?.textContent.trim() ?? ''",
    );
    if (focused.startsWith(name)) return;
  }
  assert.fail(`no way to “${name}” by Tab`);
}
