import assert from 'node:assert/strict';

import { WorkbenchWithPhone, type OpenWindow } from '../support/vscode/workbench-with-phone.ts';

/** What a person types into the inputs of the commands; the suites inside VS Code cannot type. */
function typeIntoInputs(this: Mocha.Suite): void {
  this.timeout(90_000);

  let host: WorkbenchWithPhone | undefined;
  let window: OpenWindow;

  function theHost(): WorkbenchWithPhone {
    assert.ok(host);
    return host;
  }

  before(async function () {
    this.timeout(300_000);
    host = await WorkbenchWithPhone.start(this, (phone) =>
      phone.contacts.add({ name: 'Ada $(bug) Lovelace', number: '1045' }),
    );
    window = await host.openWindow();
  });

  after(() => host?.close());

  afterEach(hangUp);

  async function hangUp(): Promise<void> {
    await theHost().phone.hangup({ scope: 'all' });
    await window.workbench.statusItem.getByText(/call|Calling|Ringing/u).waitFor({ state: 'detached' });
  }

  async function seesCallWith(number: string): Promise<void> {
    await window.workbench.statusItem.getByText(new RegExp(` ${number}(?: \\d\\d:\\d\\d)?$`, 'u')).waitFor();
    const { calls } = await theHost().phone.status();
    assert.deepEqual(
      calls.map((call) => call.number),
      [number],
    );
  }

  it('dials what was typed when Enter comes at once, whoever was called before', async () => {
    for (const number of ['101', '1012', '10']) {
      await window.workbench.openDialInput();
      await window.workbench.input.pressSequentially(number);
      await window.workbench.input.press('Enter');
      await seesCallWith(number);
      await hangUp();
    }
  });

  it('offers a contact by its name, and marks it before a user of that name', async () => {
    await window.workbench.openDialInput();
    await window.workbench.input.fill('ada');
    const rows = window.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'User ada' }).waitFor();
    assert.match(await rows.first().innerText(), /Ada \$ \(bug\) Lovelace/u);
    assert.equal(await rows.locator('.codicon-bug').count(), 0);
    await window.workbench.input.press('Enter');
    await seesCallWith('1045');
  });

  it('offers a contact by its whole name, which is no number, too', async () => {
    await window.workbench.openDialInput();
    await window.workbench.input.fill('Ada $ (bug) Lovelace');
    await window.page.locator('.quick-input-list').getByText('Not a number').waitFor();
    await window.workbench.input.press('Enter');
    await seesCallWith('1045');
  });

  it('dials the contact that is chosen with the arrow keys after a number that begins like its own', async () => {
    await window.workbench.openDialInput();
    await window.workbench.input.fill('104');
    await window.page
      .locator('.quick-input-list .monaco-list-row.focused', { hasText: 'dials 104' })
      .waitFor();
    await window.workbench.input.press('ArrowDown');
    await window.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: '1045' }).waitFor();
    await window.workbench.input.press('Enter');
    await seesCallWith('1045');
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('what is typed in the window', typeIntoInputs);
