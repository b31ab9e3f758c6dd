import assert from 'node:assert/strict';

import type { OpenWindow } from '../support/vscode/workbench-host.ts';
import { WorkbenchWithPhone } from '../support/vscode/workbench-with-phone.ts';

function speaksGerman(this: Mocha.Suite): void {
  this.timeout(90_000);

  let code: WorkbenchWithPhone;
  let window: OpenWindow;

  before(async function () {
    this.timeout(300_000);
    code = await WorkbenchWithPhone.start(this);
    window = await code.openWindow(code.dataDirectory, 'de');
  });

  // It is missing when `before` skipped the suite.
  after(() => (code as WorkbenchWithPhone | undefined)?.close());

  it('dials, tells of the call and hangs up', async () => {
    const { workbench } = window;
    await workbench.runCommand('MicroSIP: Wählen…');
    await workbench.questionIs('Mit MicroSIP wählen');
    await workbench.input.fill('101');
    await workbench.entry('101').first().waitFor();
    await workbench.input.press('Enter');
    await workbench.statusItem.getByText('Im Gespräch mit 101').waitFor();
    assert.equal(
      await workbench.statusItem.locator('[role="button"]').getAttribute('aria-label'),
      'MicroSIP: Im Gespräch mit 101',
    );
    await workbench.runCommand('MicroSIP: Auflegen');
    await workbench.statusItem.getByText('Im Gespräch').waitFor({ state: 'detached' });
  });

  it('tells of who calls, and answers', async () => {
    const { workbench } = window;
    await code.simulator.ring({ from: '"Ada" <sip:102@pbx.test>' });
    await workbench.statusItem.getByText('Anruf von 102').waitFor();
    await workbench.clickInNotification('Eingehender Anruf von 102 · Ada', 'Annehmen');
    await workbench.statusItem.getByText('Im Gespräch mit 102').waitFor();
  });

  it('names the views and what is in them', async () => {
    const views = await window.workbench.openViews();
    for (const name of ['Anrufe', 'Zuletzt', 'Kontakte']) {
      await views
        .getByRole('button', { name: new RegExp(`^${name}(?: - \\d\\d:\\d\\d)? Section`, 'u') })
        .waitFor();
    }
    await views.getByRole('treeitem', { name: 'Im Gespräch mit 102 · Ada' }).waitFor();
    await views.getByRole('treeitem', { name: /^Ausgehender Anruf: 101/u }).waitFor();
    await code.phone.hangup();
    await views.getByText('Es gibt keinen Anruf.').waitFor();
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the extension in a German VS Code', speaksGerman);
