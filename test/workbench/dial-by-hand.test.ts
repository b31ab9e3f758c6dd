import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import type { Browser, Locator, Page } from 'playwright-core';

import { bundleExtension } from '../../extension/bundle.ts';
import { MicroSip } from '../../sdk/src/microsip.ts';
import { SimulatorClient } from '../../sdk/src/simulator/simulator-client.ts';
import { openBrowser } from '../support/browser/open-browser.ts';
import { skipBecause } from '../support/mocha/skip-because.ts';
import { codeServerAddress } from '../support/vscode/code-server-address.ts';
import { startCodeServer, type CodeServer } from '../support/vscode/code-server.ts';
import { provideCodeServer } from '../support/vscode/install-code-server.ts';
import { WorkbenchPage } from '../support/vscode/workbench-page.ts';

const extension = path.join(import.meta.dirname, '../../extension');

/** What a person sees and does; the suites inside VS Code cannot look at the window. */
function dialByHand(this: Mocha.Suite): void {
  this.timeout(90_000);

  let dataDirectory: string;
  let server: CodeServer;
  let browser: Browser;
  let page: Page;
  let workbench: WorkbenchPage;
  let phone: MicroSip;
  let statusItem: Locator;
  const cleanUps: (() => Promise<unknown>)[] = [];

  before(async function () {
    this.timeout(300_000);
    const entry = await provideCodeServer(() => undefined);
    if (!entry.ok) return skipBecause(this, `no code-server: ${entry.reason}`);
    browser = await openBrowser(this);
    cleanUps.unshift(() => browser.close());

    dataDirectory = await mkdtemp(path.join(os.tmpdir(), 'microsip-workbench-'));
    cleanUps.unshift(() =>
      rm(dataDirectory, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
    );
    phone = await MicroSip.connect({ backend: 'simulator', dataDirectory });
    cleanUps.unshift(async () => {
      const { phone: presence } = await phone.status();
      if (presence !== 'not-running') await phone.exit();
      await phone.dispose();
    });

    await phone.contacts.add({ number: '+49 30 1234567', name: 'Ada Lovelace' });
    await bundleExtension();
    const settings = { 'microsip.backend': 'simulator', 'microsip.dataDirectory': dataDirectory };
    server = await startCodeServer({ entry: entry.value, settings });
    cleanUps.unshift(() => server.stop());

    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(codeServerAddress(server.origin, { folder: dataDirectory, extensions: [extension] }));
    workbench = new WorkbenchPage(page);
    ({ statusItem } = workbench);
  });

  after(async () => {
    for (const cleanUp of cleanUps) await cleanUp();
  });

  /** Clicks on the status bar item, and then on what it offers. */
  async function choose(action: string): Promise<void> {
    await statusItem.click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: action }).first().click();
  }

  async function ring(from: string): Promise<string> {
    const simulator = new SimulatorClient(dataDirectory);
    if (!(await simulator.isRunning())) {
      await phone.start();
      await simulator.waitUntilRunning();
    }
    return simulator.ring({ from });
  }

  it('dials from the command palette, shows the call and its time, says that there is no second one, and hangs up from it', async () => {
    await page.locator('.monaco-workbench .statusbar').waitFor();
    await workbench.dial('+1 (415) 555-2671');

    await statusItem.getByText('In call with +14155552671 00:02').waitFor();
    const dialled = [{ number: '+14155552671', state: 'active' }];
    const isDialled = async (): Promise<void> => {
      const { calls } = await phone.status();
      assert.deepEqual(
        calls.map(({ number, state }) => ({ number, state })),
        dialled,
      );
    };
    await isDialled();

    // As MicroSIP is set by itself, a second one comes to nothing.
    await workbench.dial('202');
    await workbench.notification('MicroSIP has a call and is set to one at a time');
    await isDialled();

    await choose('Hang Up');
    await statusItem.getByText('In call').waitFor({ state: 'detached' });
    assert.deepEqual((await phone.status()).calls, []);
  });

  it('says under the input what is wrong with a number while it is typed', async () => {
    await workbench.openDialInput();
    await workbench.input.fill('/hangupall');
    await page.locator('.quick-input-list').getByText('where MicroSIP looks for a command').first().waitFor();
    await workbench.input.press('Escape');
  });

  it('draws attention to an incoming call, whatever its caller is called, and answers it from there', async () => {
    await ring('"$(bug) Eve" <sip:101@pbx.test>');
    await statusItem.getByText('Call from 101').waitFor();
    assert.match((await statusItem.getAttribute('class')) ?? '', /warning-kind/u);
    assert.equal(await statusItem.locator('.codicon-bug').count(), 0);
    assert.equal(
      await statusItem.locator('[role="button"]').getAttribute('aria-label'),
      'MicroSIP: Call from 101',
    );
    await choose('Answer');
    await statusItem.getByText('In call with 101').waitFor();
    await phone.hangup();
    await statusItem.getByText('In call').waitFor({ state: 'detached' });
  });

  it('answers and rejects calls from their notifications', async () => {
    await ring('"Ada" <sip:201@pbx.test>');
    await workbench.clickInNotification('Incoming call from 201 · Ada', 'Answer');
    await statusItem.getByText('In call with 201').waitFor();
    await phone.hangup();
    await statusItem.getByText('In call').waitFor({ state: 'detached' });

    await ring('"Bob" <sip:202@pbx.test>');
    await workbench.clickInNotification('Incoming call from 202 · Bob', 'Reject');
    await statusItem.getByText('Call from').waitFor({ state: 'detached' });
    const { calls, lastCall } = await phone.status();
    assert.deepEqual([calls, lastCall?.number, lastCall?.reason], [[], '202', 'declined']);
  });

  it('tells who rings by the name in the contacts, beside the one that the caller likes', async () => {
    await ring('"Eve" <sip:0301234567@pbx.test>');
    await workbench.clickInNotification('from 0301234567 · your contact Ada Lovelace · Eve', 'Reject');
    await statusItem.getByText('Call from').waitFor({ state: 'detached' });
  });

  it('says that a call is over instead of answering another', async () => {
    const simulator = new SimulatorClient(dataDirectory);
    const callId = await ring('"Ada" <sip:203@pbx.test>');
    await statusItem.getByText('Call from 203').waitFor();
    await simulator.farEnd({ do: 'hang-up' }, callId);
    await statusItem.getByText('Call from 203').waitFor({ state: 'detached' });
    const other = await ring('"Bob" <sip:204@pbx.test>');
    await statusItem.getByText('Call from 204').waitFor();
    await workbench.clickInNotification('Incoming call from 203', 'Answer');
    await workbench.notification('The call from 203 · Ada is over.');
    const { calls } = await phone.status();
    assert.deepEqual(
      calls.map(({ callId: id, state }) => [id, state]),
      [[other, 'incoming']],
    );
    await phone.reject();
    await statusItem.getByText('Call from').waitFor({ state: 'detached' });
  });

  it('shows names from far ends in its hover as the text that they are', async () => {
    await ring(
      '"**x** [y](command:workbench.action.quit) $(bug) &lt;b&gt; https://evil.test" <sip:205@pbx.test>',
    );
    await statusItem.getByText('Call from 205').waitFor();
    await statusItem.hover();
    const hover = page.locator('.workbench-hover', { hasText: 'Call from 205' });
    await hover.waitFor();
    assert.equal(await hover.locator('a, b, .codicon').count(), 0);
    assert.match(await hover.innerText(), /\*\*x\*\* \[y\] \(command/u);
    await phone.reject();
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the extension in the hands of a person', dialByHand);
