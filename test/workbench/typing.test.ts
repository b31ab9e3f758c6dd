import assert from 'node:assert/strict';

import { addSecondAccount } from '../support/sdk/add-second-account.ts';
import { effectOf } from '../support/sdk/effect-of.ts';
import { useWorkbench } from '../support/vscode/use-workbench.ts';

/** What a person types into the inputs of the commands; the suites inside VS Code cannot type. */
function typeIntoInputs(this: Mocha.Suite): void {
  this.timeout(90_000);

  const code = useWorkbench(async (phone) => {
    await phone.contacts.add({ name: 'Ada $(bug) Lovelace', number: '1045' });
    await phone.settings.change((ini) => addSecondAccount(ini, '$(bug) Second'));
  });

  async function seesCallWith(number: string): Promise<void> {
    const withNumber = new RegExp(` ${number}(?: · .+?)?(?: \\d\\d:\\d\\d)?$`, 'u');
    await code.workbench.statusItem.getByText(withNumber).waitFor();
    const { calls } = await code.phone.status();
    assert.deepEqual(
      calls.map((call) => call.number),
      [number],
    );
  }

  it('dials what was typed when Enter comes at once, whoever was called before', async () => {
    for (const number of ['101', '1012', '10']) {
      await code.workbench.openDialInput();
      await code.workbench.input.pressSequentially(number);
      await code.workbench.input.press('Enter');
      await seesCallWith(number);
      await code.endCalls();
    }
  });

  it('offers a contact by its name, and marks it before a user of that name', async () => {
    await code.workbench.openDialInput();
    await code.workbench.input.fill('ada');
    const rows = code.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: 'User ada' }).waitFor();
    assert.match(await rows.first().innerText(), /Ada \$ \(bug\) Lovelace/u);
    assert.equal(await rows.locator('.codicon-bug').count(), 0);
    await code.workbench.input.press('Enter');
    await seesCallWith('1045');
  });

  it('offers a contact by its whole name, which is no number, too', async () => {
    await code.workbench.openDialInput();
    await code.workbench.input.fill('Ada $ (bug) Lovelace');
    await code.page.locator('.quick-input-list').getByText('Not a number').waitFor();
    await code.workbench.input.press('Enter');
    await seesCallWith('1045');
  });

  it('dials the contact that is chosen with the arrow keys after a number that begins like its own', async () => {
    await code.workbench.openDialInput();
    await code.workbench.input.fill('104');
    await code.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'dials 104' }).waitFor();
    await code.workbench.input.press('ArrowDown');
    await code.page.locator('.quick-input-list .monaco-list-row.focused', { hasText: '1045' }).waitFor();
    await code.workbench.input.press('Enter');
    await seesCallWith('1045');
  });

  it('transfers to the number that was typed', async () => {
    const { phone, simulator } = code;
    await phone.dialAndWait('101', { until: 'active' });
    await code.workbench.statusItem.getByText('In call with 101').waitFor();
    await code.workbench.runCommand('MicroSIP: Transfer…');
    await code.page.locator('.quick-input-widget').getByText('Transfer the Call').waitFor();
    const { target } = await effectOf(simulator, 'transfer', async () => {
      await code.workbench.input.pressSequentially('103');
      await code.workbench.input.press('Enter');
    });
    assert.match(target, /103/u);
  });

  it('offers to transfer a call to anybody but the one it is with', async () => {
    const { phone } = code;
    for (const number of ['103', '102', '102']) {
      await code.endCalls();
      await phone.dialAndWait(number, { until: 'active' });
    }
    await code.workbench.statusItem.getByText('In call with 102').waitFor();
    const rows = code.page.locator('.quick-input-list .monaco-list-row');
    await code.workbench.openDialInput();
    await rows.filter({ hasText: '102' }).waitFor();
    await code.workbench.input.press('Escape');
    await code.workbench.runCommand('MicroSIP: Transfer…');
    await code.page.locator('.quick-input-widget').getByText('Transfer the Call').waitFor();
    await rows.filter({ hasText: '103' }).waitFor();
    assert.equal(await rows.filter({ hasText: '102' }).count(), 0);
    await code.workbench.input.press('Escape');
  });

  it('sends digits, and says of others why not', async () => {
    const { phone, simulator } = code;
    await phone.dialAndWait('101', { until: 'active' });
    await code.workbench.statusItem.getByText('In call with 101').waitFor();
    await code.workbench.runCommand('MicroSIP: Send DTMF…');
    await code.page.locator('.quick-input-widget').getByText('Send DTMF Digits').waitFor();
    await code.workbench.input.fill('12x');
    await code.page.locator('.quick-input-widget').getByText('These are no DTMF digits').waitFor();
    await code.workbench.input.press('Enter');
    const { digits } = await effectOf(simulator, 'dtmf', async () => {
      await code.workbench.input.fill('12#');
      await code.page
        .locator('.quick-input-widget')
        .getByText('no DTMF digits')
        .waitFor({ state: 'detached' });
      await code.workbench.input.press('Enter');
    });
    assert.equal(digits, '12#');
  });

  it('switches to the account that is found by what was typed', async () => {
    await code.workbench.runCommand('MicroSIP: Switch Account…');
    const rows = code.page.locator('.quick-input-list .monaco-list-row');
    await rows.filter({ hasText: '$ (bug) Second' }).waitFor();
    assert.equal(await rows.locator('.codicon-bug').count(), 0);
    await code.workbench.input.fill('2002');
    await rows.filter({ hasText: '1001@pbx.test' }).waitFor({ state: 'detached' });
    await code.workbench.input.press('Enter');
    await code.waitForStatus(({ registration }) => registration?.account?.includes('2002') === true);
  });

  it('explains the command line that was typed', async () => {
    await code.workbench.runCommand('MicroSIP: Explain Command Line…');
    await code.page.locator('.quick-input-widget').getByText('Explain a Command Line').waitFor();
    await code.workbench.input.fill('microsip.exe -hangup <img src=x>');
    await code.workbench.input.press('Enter');
    const report = code.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
    await report.getByText('/hangupall').first().waitFor();
    assert.equal(await report.locator('img').count(), 0);
    await code.workbench.runCommand('View: Close All Editors');
  });

  it('says that there is no number at the cursor, and leads to the input', async () => {
    await code.workbench.runCommand('File: New Untitled Text File');
    await code.workbench.editor.waitFor();
    await code.page.keyboard.type('nothing to dial');
    await code.workbench.runCommand('MicroSIP: Dial Selection or Number Under Cursor');
    await code.workbench.clickInNotification('There is no number at the cursor.', 'Dial…');
    await code.page.locator('.quick-input-widget').getByText('Dial with MicroSIP').waitFor();
    await code.workbench.input.press('Escape');
  });

  it('finds in the palette what makes sense now, and nothing else', async () => {
    const { phone, simulator } = code;
    const { workbench } = code;
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Hang Up'), []);
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Answer'), []);
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Redial'), ['MicroSIP: Redial']);

    await simulator.ring({ from: '<sip:102@pbx.test>' });
    await workbench.statusItem.getByText('Call from 102').waitFor();
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Answer'), ['MicroSIP: Answer']);
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Hang Up'), []);

    await phone.answer();
    await workbench.statusItem.getByText('In call with 102').waitFor();
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Answer'), []);
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Hang Up'), ['MicroSIP: Hang Up']);

    await phone.exit();
    await workbench.statusItem.getByText('MicroSIP', { exact: true }).waitFor();
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Hang Up'), []);
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Exit MicroSIP'), []);
    assert.deepEqual(await workbench.offeredCommands('MicroSIP: Start MicroSIP'), [
      'MicroSIP: Start MicroSIP',
    ]);
    await phone.start();
    await code.waitForStatus((status) => status.phone === 'idle');
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('what is typed in the window', typeIntoInputs);
