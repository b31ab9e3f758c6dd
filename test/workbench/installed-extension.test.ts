import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import type { Page } from 'playwright-core';

import { packageExtension } from '../../extension/packaging/package-extension.ts';
import { MicroSip } from '../../sdk/src/microsip.ts';
import { SimulatorClient } from '../../sdk/src/simulator/simulator-client.ts';
import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';
import { until } from '../support/sdk/until.ts';
import { installedExtension } from '../support/vscode/installed-extension.ts';
import { WorkbenchHost } from '../support/vscode/workbench-host.ts';
import type { WorkbenchPage } from '../support/vscode/workbench-page.ts';

const customers = '# Customers\n\n- Ada: +1 (415) 555-2671\n- Bob: 201\n';

/** The extension as users have it: packed, installed, in a window that knows of no test. */
function installedByAUser(this: Mocha.Suite): void {
  this.timeout(120_000);

  const cleanUps: (() => unknown)[] = [];
  let page: Page;
  let workbench: WorkbenchPage;
  let phone: MicroSip;
  let simulator: SimulatorClient;

  before(async function () {
    this.timeout(300_000);
    const directory = temporaryDirectory();
    cleanUps.unshift(() => directory[Symbol.dispose]());
    const folder = directory.path;
    const dataDirectory = path.join(folder, 'phone');
    const workspace = path.join(folder, 'workspace');
    await mkdir(workspace);
    await writeFile(path.join(workspace, 'customers.md'), customers);
    simulator = new SimulatorClient(dataDirectory);
    phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
    cleanUps.unshift(async () => {
      await phone.dispose();
      if (await simulator.isRunning()) await simulator.shutdown();
    });

    const host = await WorkbenchHost.start(this, {
      settings: { 'microsip.backend': 'simulator', 'microsip.dataDirectory': dataDirectory },
      ...installedExtension(await packageExtension(folder)),
    });
    cleanUps.unshift(() => host.close());
    ({ page, workbench } = await host.openWindow(workspace));
  });

  after(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });

  it('says that no phone runs, and starts one from the palette', async () => {
    await workbench.statusItem.getByText('MicroSIP').waitFor();
    await workbench.runCommand('MicroSIP: Start MicroSIP');
    await simulator.waitUntilRunning({ timeoutMs: 30_000 });
    await workbench.statusItem.getByText('MicroSIP').waitFor({ state: 'detached' });
  });

  it('dials the number that is selected in a file, and shows the call until it has ended', async () => {
    await workbench.openFile('customers.md');
    await workbench.selectToLineEnd(3, '- Ada: +'.length);
    const texts = await workbench.recordStatusTexts();
    await workbench.runCommand('MicroSIP: Dial Selection or Number Under Cursor');
    await workbench.agreeToDial();
    await workbench.statusItem.getByText(/In call with \+14155552671 00:0[2-9]$/u).waitFor();
    const { calls } = await phone.status();
    assert.deepEqual(
      calls.map(({ number, state, direction }) => ({ number, state, direction })),
      [{ number: '+14155552671', state: 'active', direction: 'outgoing' }],
    );

    await workbench.runCommand('MicroSIP: Hang Up');
    await workbench.statusItem.getByText('In call').waitFor({ state: 'detached' });
    assert.deepEqual((await phone.status()).calls, []);
    // VS Code shows the last of what comes at once, so a busy machine skips some.
    const shown = (await texts()).filter((text) => text !== '');
    const stages = ['Calling', 'Ringing', 'In call with'];
    const stageOf = (text: string): number =>
      stages.findIndex((stage) => text.startsWith(`${stage} +14155552671`));
    assert.deepEqual(
      shown,
      shown.toSorted((one, other) => stageOf(one) - stageOf(other) || one.localeCompare(other)),
    );
    const passed = new Set(shown.map(stageOf));
    assert.ok(!passed.has(-1) && passed.size > 1 && shown.length > 2, shown.join('\n'));
  });

  it('answers a call from its notification', async () => {
    await simulator.ring({ from: '"Ada" <sip:201@pbx.test>' });
    const notification = page.locator('.notifications-toasts .notification-list-item', {
      hasText: 'Incoming call from 201 · Ada',
    });
    await notification.getByRole('button', { name: 'Answer', exact: true }).click();
    await workbench.statusItem.getByText('In call with 201').waitFor();
    await phone.hangup();
    await workbench.statusItem.getByText('In call').waitFor({ state: 'detached' });
  });

  it('has views in which a call is seen, and then among the recent ones', async () => {
    const views = await workbench.openViews();
    for (const name of ['Calls', 'Recent', 'Contacts']) {
      await views.getByRole('button', { name: new RegExp(`^${name} Section`, 'u') }).waitFor();
    }
    await simulator.ring({ from: '"Bob" <sip:202@pbx.test>' });
    await views.getByRole('treeitem', { name: 'Call from 202 · Bob' }).waitFor();
    await phone.reject();
    await workbench.statusItem.getByText('Call from 202').waitFor({ state: 'detached' });
    await until(async () => (await phone.history.list({ limit: 1 }))[0]?.number === '202', 'the history');
    await views.getByRole('treeitem', { name: 'Call from 202' }).waitFor({ state: 'detached' });
    await views.getByRole('treeitem', { name: /^Missed call: 202 · Bob/u }).waitFor();
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the installed extension', installedByAUser);
