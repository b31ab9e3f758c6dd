import assert from 'node:assert/strict';

import type { Locator } from 'playwright-core';

import { until } from '../support/sdk/until.ts';
import { useWorkbench } from '../support/vscode/use-workbench.ts';

/** What a person sees and does; the suites inside VS Code cannot look at the window. */
function dialByHand(this: Mocha.Suite): void {
  this.timeout(90_000);

  const code = useWorkbench((phone) =>
    phone.contacts.add({ number: '+49 30 1234567', name: 'Ada Lovelace' }),
  );

  function statusItem(): Locator {
    return code.workbench.statusItem;
  }

  function ring(from: string): Promise<string> {
    return code.simulator.ring({ from });
  }

  /** Clicks on the status bar item, and then on what it offers. */
  async function choose(action: string): Promise<void> {
    await statusItem().click();
    await code.page.locator('.quick-input-list .monaco-list-row', { hasText: action }).first().click();
  }

  it('starts the phone to dial from the command palette, shows the call and its time, says that there is no second one, and holds and hangs up from there', async () => {
    await code.phone.exit();
    await statusItem().getByText('MicroSIP').waitFor();
    await code.workbench.dial('+1 (415) 555-2671');

    await statusItem()
      .getByText(/In call with \+14155552671 00:0[2-9]$/u)
      .waitFor();
    const dialled = [{ number: '+14155552671', state: 'active' }];
    const isDialled = async (): Promise<void> => {
      const { calls } = await code.phone.status();
      assert.deepEqual(
        calls.map(({ number, state }) => ({ number, state })),
        dialled,
      );
    };
    await isDialled();

    // As MicroSIP is set by itself, a second one comes to nothing.
    await code.workbench.dial('202');
    await code.workbench.notification('MicroSIP has a call and is set to one at a time');
    await isDialled();

    await choose('Hold');
    await statusItem().getByText('On hold: +14155552671').waitFor();
    await choose('Resume');
    await statusItem().getByText('In call with +14155552671').waitFor();
    await choose('Hang Up');
    await statusItem().getByText('In call').waitFor({ state: 'detached' });
    assert.deepEqual((await code.phone.status()).calls, []);
  });

  it('says under the input what is wrong with a number while it is typed', async () => {
    await code.workbench.openDialInput();
    await code.workbench.input.fill('/hangupall');
    await code.page
      .locator('.quick-input-list')
      .getByText('where MicroSIP looks for a command')
      .first()
      .waitFor();
    await code.workbench.input.press('Escape');
  });

  it('draws attention to an incoming call, whatever its caller is called, and answers it from there', async () => {
    await ring('"$(bug) Eve" <sip:101@pbx.test>');
    await statusItem().getByText('Call from 101').waitFor();
    assert.match((await statusItem().getAttribute('class')) ?? '', /warning-kind/u);
    assert.equal(await statusItem().locator('.codicon-bug').count(), 0);
    assert.equal(
      await statusItem().locator('[role="button"]').getAttribute('aria-label'),
      'MicroSIP: Call from 101',
    );
    await choose('Answer');
    await statusItem().getByText('In call with 101').waitFor();
    await code.phone.hangup();
    await statusItem().getByText('In call').waitFor({ state: 'detached' });
  });

  it('answers and rejects calls from their notifications', async () => {
    await ring('"Ada" <sip:201@pbx.test>');
    await code.workbench.clickInNotification('Incoming call from 201 · Ada', 'Answer');
    await statusItem().getByText('In call with 201').waitFor();
    await code.phone.hangup();
    await statusItem().getByText('In call').waitFor({ state: 'detached' });

    await ring('"Bob" <sip:202@pbx.test>');
    await code.workbench.clickInNotification('Incoming call from 202 · Bob', 'Reject');
    await statusItem().getByText('Call from').waitFor({ state: 'detached' });
    const { calls, lastCall } = await code.phone.status();
    assert.deepEqual([calls, lastCall?.number, lastCall?.reason], [[], '202', 'declined']);
  });

  it('tells who rings by the name in the contacts, beside the one that the caller likes', async () => {
    await ring('"Eve" <sip:0301234567@pbx.test>');
    await code.workbench.clickInNotification('from 0301234567 · your contact Ada Lovelace · Eve', 'Reject');
    await statusItem().getByText('Call from').waitFor({ state: 'detached' });
  });

  it('offers who was called last by the name in the contacts, and who has none there by what they liked', async () => {
    const { workbench } = code;
    for (const from of ['"Eve" <sip:0301234567@pbx.test>', '"Eve" <sip:206@pbx.test>']) {
      await ring(from);
      await code.phone.reject();
    }
    await until(
      async () => (await code.phone.history.list({ limit: 1 }))[0]?.number === '206',
      'the history',
    );
    await workbench.openDialInput();
    await workbench.entry('0301234567 · Ada Lovelace').waitFor();
    await workbench.entry('206 · “Eve”').waitFor();
    await workbench.input.press('Escape');
  });

  it('says that a call is over instead of answering another', async () => {
    const callId = await ring('"Ada" <sip:203@pbx.test>');
    await statusItem().getByText('Call from 203').waitFor();
    await code.simulator.farEnd({ do: 'hang-up' }, callId);
    await statusItem().getByText('Call from 203').waitFor({ state: 'detached' });
    const other = await ring('"Bob" <sip:204@pbx.test>');
    await statusItem().getByText('Call from 204').waitFor();
    await code.workbench.clickInNotification('Incoming call from 203', 'Answer');
    await code.workbench.notification('The call from 203 · Ada is over.');
    const { calls } = await code.phone.status();
    assert.deepEqual(
      calls.map(({ callId: id, state }) => [id, state]),
      [[other, 'incoming']],
    );
    await code.phone.reject();
    await statusItem().getByText('Call from').waitFor({ state: 'detached' });
  });

  it('shows names from far ends in its hover as the text that they are', async () => {
    await ring(
      '"**x** [y](command:code.workbench.action.quit) $(bug) &lt;b&gt; https://evil.test" <sip:205@pbx.test>',
    );
    await statusItem().getByText('Call from 205').waitFor();
    await statusItem().hover();
    const hover = code.page.locator('.workbench-hover', { hasText: 'Call from 205' });
    await hover.waitFor();
    assert.equal(await hover.locator('a, b, .codicon').count(), 0);
    assert.match(await hover.innerText(), /\*\*x\*\* \[y\] \(command/u);
    await code.phone.reject();
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the extension in the hands of a person', dialByHand);
