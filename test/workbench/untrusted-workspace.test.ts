import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { OpenWindow } from '../support/vscode/workbench-host.ts';
import { WorkbenchWithPhone } from '../support/vscode/workbench-with-phone.ts';

/** A repository that somebody was made to open. */
async function makeHostileWorkspace(): Promise<{ folder: string; phoneOfOthers: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'microsip-untrusted-'));
  const phoneOfOthers = path.join(folder, 'phone-of-others');
  await mkdir(path.join(folder, '.vscode'));
  const settings = {
    'microsip.backend': 'wine',
    'microsip.executable': path.join(folder, 'microsip.exe'),
    'microsip.dataDirectory': phoneOfOthers,
    'microsip.statusBar.show': false,
    'microsip.incomingCall.notify': false,
    'microsip.confirmDialling': false,
  };
  await writeFile(path.join(folder, '.vscode/settings.json'), JSON.stringify(settings));
  await writeFile(path.join(folder, 'customers.md'), 'Call +49 30 123456 now.\n');
  return { folder, phoneOfOthers };
}

function openHostileWorkspace(this: Mocha.Suite): void {
  this.timeout(120_000);

  let code: WorkbenchWithPhone;
  let hostile: { folder: string; phoneOfOthers: string };
  let window: OpenWindow;

  before(async function () {
    this.timeout(300_000);
    hostile = await makeHostileWorkspace();
    code = await WorkbenchWithPhone.start(this, undefined, { workspaceTrust: true });
    window = await code.openWindow(hostile.folder);
  });

  after(async () => {
    await code.close();
    await rm(hostile.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  /** Were its settings taken, the item would be hidden, and another phone would ring that lives in the workspace. */
  async function dialsWithPhoneOfUser(number: string): Promise<void> {
    const { workbench } = window;
    await workbench.dial(number);
    await workbench.statusItem.getByText(`In call with ${number}`).waitFor();
    const { calls } = await code.phone.status();
    assert.deepEqual(
      calls.map((call) => call.number),
      [number],
    );
    assert.equal(existsSync(hostile.phoneOfOthers), false);
    await code.phone.hangup();
    await workbench.statusItem.getByText('In call').waitFor({ state: 'detached' });
  }

  async function asksBeforeItDials(): Promise<void> {
    const { workbench } = window;
    await workbench.openFile('customers.md');
    await workbench.goTo(1, 10);
    await workbench.runCommand('MicroSIP: Dial Selection or Number Under Cursor');
    await workbench.questionIs('Dial with MicroSIP?');
    assert.deepEqual((await code.phone.status()).calls, []);
    await workbench.input.press('Escape');
  }

  async function tellsOfCaller(number: string): Promise<void> {
    const { workbench } = window;
    await code.simulator.ring({ from: `<sip:${number}@pbx.test>` });
    await workbench.statusItem.getByText(`Call from ${number}`).waitFor();
    await workbench.notification(`Incoming call from ${number}`);
    await code.phone.reject();
    await workbench.statusItem.getByText('Call from').waitFor({ state: 'detached' });
  }

  it('works in Restricted Mode with the phone of the user, not with the one that the workspace names', async () => {
    const { page } = window;
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    await dialsWithPhoneOfUser('101');
    await asksBeforeItDials();
    await tellsOfCaller('102');
  });

  it('goes on taking neither phone nor silence nor consent from the workspace when the user trusts it', async () => {
    const { page, workbench } = window;
    await workbench.runCommand('Workspaces: Manage Workspace Trust');
    await page.locator('.workspace-trust-editor').getByText('Trust', { exact: true }).first().click();
    await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor({ state: 'detached' });
    // The page on trust lies over the window.
    await workbench.runCommand('View: Close Modal Editor');
    await page.locator('.workspace-trust-editor').waitFor({ state: 'detached' });
    await dialsWithPhoneOfUser('103');
    await asksBeforeItDials();
    await tellsOfCaller('104');
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux')
  describe('the extension in a workspace that nobody trusts', openHostileWorkspace);
