import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator, Page } from 'playwright-core';

import type { WorkbenchPage } from '../support/vscode/workbench-page.ts';
import { WorkbenchWithPhone } from '../support/vscode/workbench-with-phone.ts';

const hostileName = '$(bug) <b>Eve</b> [x](command:workbench.action.quit)';

function viewsByHand(this: Mocha.Suite): void {
  this.timeout(90_000);

  let host: WorkbenchWithPhone | undefined;
  let page: Page;
  let workbench: WorkbenchPage;

  before(async function () {
    this.timeout(300_000);
    host = await WorkbenchWithPhone.start(this, async (phone) => {
      await phone.contacts.add({ number: '101', name: 'Ada Lovelace' });
      const folder = path.join(path.dirname(phone.contacts.path), '.vscode');
      await mkdir(folder);
      const contacts = [{ name: hostileName, number: '+1 415 555 0132', comment: hostileName }];
      await writeFile(path.join(folder, 'contacts.json'), JSON.stringify({ contacts }));
    });
    ({ page, workbench } = await host.openWindow());
    await workbench.statusItem.waitFor();
  });

  after(() => host?.close());

  function phoneOf(): WorkbenchWithPhone['phone'] {
    assert.ok(host);
    return host.phone;
  }

  /** The view of that title, with its entries. */
  function view(title: string): Locator {
    return page.locator('.pane', {
      has: page.locator('.pane-header', { has: page.getByText(title, { exact: true }) }),
    });
  }

  function entry(title: string, text: string): Locator {
    return view(title).locator('.monaco-list-row', { hasText: text });
  }

  async function callsAre(...numbers: readonly string[]): Promise<void> {
    for (;;) {
      const { calls } = await phoneOf().status();
      const found = calls.filter(({ state }) => state === 'active').map(({ number }) => number);
      if (found.join() === numbers.join() && calls.length === numbers.length) return;
      await page.waitForTimeout(50);
    }
  }

  it('lead on from where there is no call', async () => {
    await page.locator('.activitybar a[aria-label="MicroSIP"]').click();
    await view('Calls').getByText('There is no call.').waitFor();
    await view('Calls').getByRole('button', { name: 'Dial…' }).first().click();
    await page.locator('.quick-input-widget').getByText('Dial with MicroSIP').waitFor();
    await workbench.input.press('Escape');
  });

  it('dial a contact and hang up by the keyboard alone', async () => {
    await entry('Contacts', 'Ada Lovelace').waitFor();
    await workbench.runCommand('MicroSIP: Focus on Contacts View');
    await view('Contacts').locator('.monaco-list:focus').waitFor();
    // The second entry, below the one that says where its contacts come from.
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await view('Contacts').locator('.monaco-list-row.focused', { hasText: 'Ada' }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list').getByText('Dial 101').waitFor();
    await workbench.input.press('Enter');
    await callsAre('101');

    await entry('Calls', '101').waitFor();
    await workbench.runCommand('MicroSIP: Focus on Calls View');
    await view('Calls').locator('.monaco-list:focus').waitFor();
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-list').getByText('Hang Up').waitFor();
    await workbench.input.press('Enter');
    await callsAre();
    await view('Calls').getByText('There is no call.').waitFor();
  });

  it('show the time of a call, and speak of every entry without it', async () => {
    await phoneOf().dialAndWait('102', { until: 'active' });
    await view('Calls').getByText('00:01').waitFor();
    assert.equal(await entry('Calls', '102').getAttribute('aria-label'), 'In call with 102');
    await entry('Recent', '102').waitFor();
    for (const row of await page.locator('.pane .monaco-list-row').all()) {
      assert.notEqual((await row.getAttribute('aria-label')) ?? '', '');
    }
  });

  it('listen to Enter also at the moment when the time of a call goes on', async () => {
    await workbench.runCommand('MicroSIP: Focus on Calls View');
    await view('Calls').locator('.monaco-list:focus').waitFor();
    const time = view('Calls')
      .getByText(/\d\d:\d\d$/u)
      .first();
    for (const msBefore of [45, 35, 25, 15]) {
      await page.keyboard.press('Home');
      const [shown] = /\d\d:\d\d$/u.exec((await time.textContent()) ?? '') ?? [];
      // A locator looks too seldom to know the moment.
      await page.waitForFunction(
        `!document.querySelector('.part.sidebar').textContent.includes(${JSON.stringify(shown)})`,
      );
      await page.waitForTimeout(1000 - msBefore);
      await page.keyboard.press('Enter');
      await workbench.listed('Hang Up').waitFor();
      await workbench.input.press('Escape');
      await view('Calls').locator('.monaco-list:focus').waitFor();
    }
  });

  it('hang up by the button of a call', async () => {
    await entry('Calls', '102').hover();
    await entry('Calls', '102').getByRole('button', { name: 'Hang Up' }).click();
    await callsAre();
  });

  it('mark who waits for an answer at the activity bar, and who was missed', async () => {
    assert.ok(host);
    const call = await host.simulator.ring({ from: '"Bob" <sip:201@pbx.test>' });
    await page.locator('.activitybar a[aria-label="MicroSIP - 1 call rings in"]').waitFor();
    await entry('Calls', '201 · “Bob”').waitFor();
    await host.simulator.farEnd({ do: 'hang-up' }, call);
    await entry('Recent', 'missed').waitFor();
    await page.locator('.activitybar a[aria-label="MicroSIP"]').waitFor();
  });

  it('show a name from the workspace as the text that it is, and ask before they dial it', async () => {
    const row = entry('Contacts', '<b>Eve</b>');
    assert.equal(await row.locator('b, a[href], .monaco-icon-label .codicon-bug').count(), 0);
    assert.match((await row.getAttribute('aria-label')) ?? '', /^\$ \(bug\) <b>Eve<\/b>/u);
    await row.hover();
    const hover = page.locator('.workbench-hover', { hasText: 'Workspace folder' });
    await hover.waitFor();
    assert.equal(await hover.locator('b, a, .codicon-bug').count(), 0);
    await row.getByRole('button', { name: 'Dial' }).click();
    await page.locator('.quick-input-widget').getByText('Dial with MicroSIP?').waitFor();
    // As the second click of a double click, where it lands on the answer.
    await page.keyboard.press('Enter');
    await page.locator('.quick-input-widget').getByText('Dial with MicroSIP?').waitFor();
    assert.deepEqual((await phoneOf().status()).calls, []);
    await workbench.input.press('Escape');
    await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    assert.deepEqual((await phoneOf().status()).calls, []);
  });

  it('find a contact by a number in another notation', async () => {
    await workbench.runCommand('MicroSIP: Search Contacts…');
    await page.locator('.quick-input-widget').getByText('Search Contacts').waitFor();
    const rows = page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'Ada' }).waitFor();
    await workbench.input.fill('001 415-555-0132');
    await rows.filter({ hasText: 'Ada' }).waitFor({ state: 'hidden' });
    await rows.filter({ hasText: 'Eve' }).waitFor();
    await workbench.input.press('Escape');
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the views in the hands of a person', viewsByHand);
