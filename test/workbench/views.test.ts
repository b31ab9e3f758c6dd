import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Locator } from 'playwright-core';

import { useWorkbench } from '../support/vscode/use-workbench.ts';

const hostileName = '$(bug) <b>Eve</b> [x](command:workbench.action.quit)';

function viewsByHand(this: Mocha.Suite): void {
  this.timeout(90_000);

  const code = useWorkbench(async (phone) => {
    await phone.settings.change((ini) => ini.set('Settings', 'singleMode', '0'));
    await phone.contacts.add({ number: '101', name: 'Ada Lovelace' });
    const folder = path.join(path.dirname(phone.contacts.path), '.vscode');
    await mkdir(folder);
    const contacts = [{ name: hostileName, number: '+1 415 555 0132', comment: hostileName }];
    await writeFile(path.join(folder, 'contacts.json'), JSON.stringify({ contacts }));
  });

  /** The view of that title, with its entries. */
  function view(title: string): Locator {
    const { page } = code;
    return page.locator('.pane', {
      has: page.locator('.pane-header', { has: page.getByText(title, { exact: true }) }),
    });
  }

  function entry(title: string, text: string): Locator {
    return view(title).locator('.monaco-list-row', { hasText: text });
  }

  async function callsAre(...numbers: readonly string[]): Promise<void> {
    await code.waitForStatus(
      ({ calls }) =>
        calls.every(({ state }) => state === 'active') &&
        calls.map(({ number }) => number).join() === numbers.join(),
    );
  }

  /** Puts the keyboard's focus on the first entry of a view. */
  async function focusOn(title: string): Promise<void> {
    await code.workbench.runCommand(`MicroSIP: Focus on ${title} View`);
    await view(title).locator('.monaco-list:focus').waitFor();
    await code.page.keyboard.press('Home');
  }

  /** Makes a call that the view shows where it stays: while it is not answered yet, it comes before others. */
  async function call(number: string): Promise<Locator> {
    await code.phone.dialAndWait(number, { until: 'active' });
    const row = entry('Calls', number).filter({ hasText: 'in call' });
    await row.waitFor();
    return row;
  }

  /** Clicks on a button of an entry, which is there while the mouse is over it. */
  async function clickOn(button: string, row: Locator): Promise<void> {
    await row.hover();
    await row.getByRole('button', { name: button }).click();
  }

  before(() => code.workbench.openViews());

  it('lead on from where there is no call', async () => {
    await view('Calls').getByText('There is no call.').waitFor();
    await view('Calls').getByRole('button', { name: 'Dial…' }).first().click();
    await code.workbench.questionIs('Dial with MicroSIP');
    await code.workbench.input.press('Escape');
  });

  it('dial a contact and hang up by the keyboard alone', async () => {
    const { page, workbench } = code;
    await entry('Contacts', 'Ada Lovelace').waitFor();
    await focusOn('Contacts');
    // The second entry, below the one that says where its contacts come from.
    await page.keyboard.press('ArrowDown');
    await view('Contacts').locator('.monaco-list-row.focused', { hasText: 'Ada' }).waitFor();
    await page.keyboard.press('Enter');
    await workbench.listed('Dial 101').waitFor();
    await workbench.input.press('Enter');
    await callsAre('101');

    await entry('Calls', '101').waitFor();
    await focusOn('Calls');
    await page.keyboard.press('Enter');
    await workbench.listed('Hang Up').waitFor();
    await workbench.input.press('Enter');
    await callsAre();
    await view('Calls').getByText('There is no call.').waitFor();
  });

  it('show the time of a call, and speak of every entry without it', async () => {
    const row = await call('102');
    await view('Calls')
      .getByText(/00:0[1-9]$/u)
      .first()
      .waitFor();
    assert.equal(await row.getAttribute('aria-label'), 'In call with 102');
    await entry('Recent', '102').waitFor();
    for (const each of await code.page.locator('.pane .monaco-list-row').all()) {
      assert.notEqual((await each.getAttribute('aria-label')) ?? '', '');
    }
  });

  it('listen to Enter also at the moment when the time of a call goes on', async () => {
    const { page, workbench } = code;
    await call('102');
    await focusOn('Calls');
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
    await clickOn('Hang Up', await call('102'));
    await callsAre();
  });

  it('take no second click of a double click for the answer to what they ask', async () => {
    const { workbench } = code;
    await call('102');
    const row = await call('103');
    const { calls } = await code.phone.status();
    await Promise.all([workbench.clickAtOnce('Do It All the Same'), clickOn('Hang Up', row)]);
    await workbench.questionIs('MicroSIP hangs up all of these: 102, 103.');
    await workbench.answerByClick('Leave It');
    assert.deepEqual((await code.phone.status()).calls, calls);
  });

  it('mark who waits for an answer at the activity bar, and who was missed, by the number before the name', async () => {
    const { page, simulator, workbench } = code;
    const callId = await simulator.ring({ from: '"Bob" <sip:201@pbx.test>' });
    await page.locator('.activitybar a[aria-label="MicroSIP - 1 call rings in"]').waitFor();
    await entry('Calls', '201 · “Bob”').waitFor();
    await simulator.farEnd({ do: 'hang-up' }, callId);
    await entry('Recent', 'missed').waitFor();
    await page.locator('.activitybar a[aria-label="MicroSIP"]').waitFor();
    await entry('Recent', 'missed').click();
    await workbench.questionIs('201 · “Bob”');
    await workbench.input.press('Escape');
  });

  it('show a name from the workspace as the text that it is, and ask before they dial it', async () => {
    const { page, workbench } = code;
    const row = entry('Contacts', '<b>Eve</b>');
    assert.equal(await row.locator('b, a[href], .monaco-icon-label .codicon-bug').count(), 0);
    assert.match((await row.getAttribute('aria-label')) ?? '', /^\$ \(bug\) <b>Eve<\/b>/u);
    await row.hover();
    const hover = page.locator('.workbench-hover', { hasText: 'Workspace folder' });
    await hover.waitFor();
    assert.equal(await hover.locator('b, a, .codicon-bug').count(), 0);
    await Promise.all([workbench.clickAtOnce('Dial +14155550132'), clickOn('Dial', row)]);
    await workbench.questionIs('Dial with MicroSIP?');
    await workbench.answerByClick('Do Not Dial');
    assert.deepEqual((await code.phone.status()).calls, []);
  });

  it('find a contact by a number in another notation', async () => {
    const { workbench } = code;
    await workbench.runCommand('MicroSIP: Search Contacts…');
    await workbench.questionIs('Search Contacts');
    await workbench.entry('Ada').waitFor();
    await workbench.input.fill('001 415-555-0132');
    await workbench.entry('Ada').waitFor({ state: 'hidden' });
    await workbench.entry('Eve').waitFor();
    await workbench.input.press('Escape');
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the views in the hands of a person', viewsByHand);
