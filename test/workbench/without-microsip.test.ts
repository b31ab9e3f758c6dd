import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Browser, Page } from 'playwright-core';

import { bundleExtension } from '../../extension/bundle.ts';
import { SimulatorClient } from '../../sdk/src/simulator/simulator-client.ts';
import { openBrowser } from '../support/browser/open-browser.ts';
import { skipBecause } from '../support/mocha/skip-because.ts';
import { until } from '../support/sdk/until.ts';
import { codeServerAddress } from '../support/vscode/code-server-address.ts';
import { startCodeServer, type CodeServer } from '../support/vscode/code-server.ts';
import { provideCodeServer } from '../support/vscode/install-code-server.ts';
import { WorkbenchPage } from '../support/vscode/workbench-page.ts';

const extension = path.join(import.meta.dirname, '../../extension');

function startWithoutMicroSip(this: Mocha.Suite): void {
  this.timeout(90_000);

  let server: CodeServer;
  let browser: Browser;
  let page: Page;
  const cleanUps: (() => Promise<unknown>)[] = [];

  before(async function () {
    this.timeout(300_000);
    const entry = await provideCodeServer(() => undefined);
    if (!entry.ok) return skipBecause(this, `no code-server: ${entry.reason}`);
    browser = await openBrowser(this);
    cleanUps.unshift(() => browser.close());
    await bundleExtension();
    server = await startCodeServer({ entry: entry.value, settings: {} });
    cleanUps.unshift(() => server.stop());
    cleanUps.unshift(async () => {
      const storage = path.join(
        server.userDataDirectory,
        'User/globalStorage/microsip-devkit.microsip-devkit',
      );
      const phone = new SimulatorClient(path.join(storage, 'simulated-phone'));
      if (await phone.isRunning()) await phone.shutdown();
    });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(codeServerAddress(server.origin, { folder: undefined, extensions: [extension] }));
  });

  after(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });

  it('says nothing until a command needs the phone, and then leads to a simulated one with one click, or says why it cannot', async () => {
    const workbench = new WorkbenchPage(page);
    const message = 'MicroSIP was not found';
    await workbench.appears();
    assert.equal(await page.getByText(message).count(), 0);
    await workbench.dial('101');
    await workbench.notification(message);
    const settings = path.join(server.userDataDirectory, 'Machine/settings.json');
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
