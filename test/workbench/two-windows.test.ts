import assert from 'node:assert/strict';

import type { OpenWindow } from '../support/vscode/workbench-host.ts';
import { WorkbenchWithPhone } from '../support/vscode/workbench-with-phone.ts';

/** Two windows of one VS Code, each with an extension of its own, on one phone. */
function twoWindows(this: Mocha.Suite): void {
  this.timeout(90_000);

  let host: WorkbenchWithPhone | undefined;
  let windows: readonly [OpenWindow, OpenWindow];

  function theHost(): WorkbenchWithPhone {
    assert.ok(host);
    return host;
  }

  before(async function () {
    this.timeout(300_000);
    host = await WorkbenchWithPhone.start(this);
    windows = await Promise.all([host.openWindow(), host.openWindow()]);
  });

  after(() => host?.close());

  afterEach(async () => {
    await theHost().endCalls(...windows);
  });

  async function bothShow(text: string | RegExp): Promise<void> {
    await Promise.all(windows.map(({ workbench }) => workbench.statusItem.getByText(text).waitFor()));
  }

  it('show the same call, whoever dialled and whoever ends it', async () => {
    const [one, two] = windows;
    await one.workbench.dial('101');
    await bothShow(/In call with 101 00:0[1-9]/u);
    const { calls } = await theHost().phone.status();
    assert.deepEqual(
      calls.map(({ number, state }) => [number, state]),
      [['101', 'active']],
    );
    await two.workbench.runCommand('MicroSIP: Hang Up');
    await one.workbench.statusItem.getByText('In call').waitFor({ state: 'detached' });
    await two.workbench.statusItem.getByText('In call').waitFor({ state: 'detached' });
  });

  it('tell both of who calls; when it was answered in one, Answer in the other does nothing and says why', async () => {
    const { phone, simulator } = theHost();
    const [one, two] = windows;
    await simulator.ring({ from: '"Ada" <sip:102@pbx.test>' });
    await bothShow('Call from 102');
    await two.workbench.clickInNotification('Incoming call from 102 · Ada', 'Answer');
    await bothShow('In call with 102');
    await one.workbench.clickInNotification('Incoming call from 102 · Ada', 'Answer');
    await one.workbench.notification('The call from 102 · Ada was answered already.');
    const { calls } = await phone.status();
    assert.deepEqual(
      calls.map(({ number, state }) => [number, state]),
      [['102', 'active']],
    );
  });

  it('show both that the phone was killed in a call, and that it is back', async () => {
    const { phone, simulator } = theHost();
    const [one] = windows;
    await phone.dialAndWait('101', { until: 'active' });
    await bothShow('In call with 101');
    await simulator.crash();
    await bothShow(/^\s*MicroSIP$/u);
    await one.workbench.runCommand('MicroSIP: Start MicroSIP');
    for (const { workbench } of windows) {
      await workbench.statusItem.getByText('MicroSIP', { exact: true }).waitFor({ state: 'detached' });
    }
  });

  it('asks before it rejects more than the call that was clicked', async () => {
    const { phone, simulator } = theHost();
    const [one] = windows;
    await simulator.ring({ from: '<sip:103@pbx.test>' });
    await bothShow('Call from 103');
    await simulator.ring({ from: '<sip:104@pbx.test>' });
    await bothShow('Call from 103 +1');
    await one.workbench.clickInNotification('Incoming call from 103', 'Reject');
    const question = 'MicroSIP rejects every call that rings: 103, 104.';
    await one.workbench.notification(question);
    assert.equal((await phone.status()).calls.length, 2);
    await one.workbench.clickInNotification(question, 'Reject All');
    await one.workbench.statusItem.getByText('Call from').waitFor({ state: 'detached' });
    assert.deepEqual((await phone.status()).calls, []);
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('two windows on one phone', twoWindows);
