import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { SimulatorClient } from '../../sdk/src/simulator/simulator-client.ts';
import { until } from '../support/sdk/until.ts';
import { WorkbenchHost, type OpenWindow } from '../support/vscode/workbench-host.ts';

function startWithoutMicroSip(this: Mocha.Suite): void {
  this.timeout(90_000);

  let host: WorkbenchHost | undefined;
  let window: OpenWindow;

  before(async function () {
    this.timeout(300_000);
    host = await WorkbenchHost.start(this, { settings: {} });
    window = await host.openWindow(undefined);
  });

  after(async () => {
    if (host === undefined) return;
    const storage = path.join(host.userDataDirectory, 'User/globalStorage/microsip-devkit.microsip-devkit');
    const phone = new SimulatorClient(path.join(storage, 'simulated-phone'));
    if (await phone.isRunning()) await phone.shutdown();
    await host.close();
  });

  it('says nothing until a command needs the phone, and then leads to a simulated one with one click, or says why it cannot', async () => {
    assert.ok(host);
    const { page, workbench } = window;
    const message = 'MicroSIP was not found';
    assert.equal(await page.getByText(message).count(), 0);
    await workbench.dial('101');
    await workbench.notification(message);
    const settings = path.join(host.userDataDirectory, 'Machine/settings.json');
    const written = readFileSync(settings, 'utf8');
    writeFileSync(settings, '{ "a": ');
    await workbench.clickInNotification(message, 'Use a Simulated Phone');
    await workbench.notification('Unable to write');
    writeFileSync(settings, written);

    await workbench.dial('101');
    await workbench.clickInNotification(message, 'Use a Simulated Phone');
    await until(
      () => existsSync(settings) && readFileSync(settings, 'utf8').includes('"simulator"'),
      'the setting',
    );

    await workbench.dial('101');
    await workbench.statusItem.getByText('In call with 101').waitFor();
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the extension where no MicroSIP is', startWithoutMicroSip);
