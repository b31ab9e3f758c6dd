import assert from 'node:assert/strict';

import type { Locator } from 'playwright-core';

import { bundleConsumer } from '../support/vscode/bundle-consumer.ts';
import { useWorkbench } from '../support/vscode/use-workbench.ts';

function useTools(this: Mocha.Suite): void {
  this.timeout(120_000);

  const code = useWorkbench(undefined, bundleConsumer);
  let dialog: Locator;

  before(() => {
    dialog = code.page.locator('.monaco-dialog-box');
  });

  /** Another extension uses a tool for a language model; what it was told stands in its status bar item. */
  async function use(tool: string, input: object): Promise<void> {
    const { workbench } = code;
    await workbench.runCommand('Consumer: Use a Tool as a Language Model Does');
    await workbench.questionIs('Tool and Input');
    await workbench.input.fill(`microsip_${tool} ${JSON.stringify(input)}`);
    await workbench.input.press('Enter');
  }

  async function told(text: string): Promise<void> {
    await code.page.locator('.statusbar-item', { hasText: text }).waitFor();
  }

  it('asks before it dials, showing what would be dialled as it is, and does not when that is refused', async () => {
    await use('dial', { target: '"**Mum** [ok](command:x) <b>" <sip:_evil_@pbx.test>' });
    await dialog.getByText('Dial with MicroSIP?').waitFor();
    const message = dialog.locator('.dialog-message-detail');
    const text = await message.innerText();
    assert.match(text, /A language model wants MicroSIP to dial sip:_evil_@pbx\.test\./u);
    assert.match(text, /It wrote: "\*\*Mum\*\* \[ok\] \(command:x\) <b>/u);
    assert.equal(await message.locator('a, b, strong').count(), 0);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await told('Failed: Canceled');
    const { calls, lastCall } = await code.phone.status();
    assert.deepEqual([calls, lastCall], [[], undefined]);
  });

  it('dials when that is agreed to', async () => {
    await use('dial', { target: '+1 (415) 555-2671' });
    await dialog.getByText('wants MicroSIP to dial +14155552671.').waitFor();
    await dialog
      .getByRole('button', { name: 'Yes' })
      .or(dialog.getByRole('button', { name: 'OK' }))
      .click();
    await told('Told: MicroSIP took the command to dial.');
    await code.workbench.statusItem.getByText('In call with +14155552671').waitFor();
  });

  it('says whose call it would end, in the words of the status bar, before it hangs up', async () => {
    await code.phone.dialAndWait('101', { until: 'active' });
    await code.workbench.statusItem.getByText('In call with 101').waitFor();
    await use('hang_up', {});
    await dialog.getByText('In call with 101').waitFor();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await told('Failed: Canceled');
    assert.equal((await code.phone.status()).calls.length, 1);
  });

  for (const [tool, input, question] of [
    ['call_state', {}, 'Tell the State of Calls?'],
    ['look_up_contact', { query: 'Ada' }, 'Look Up a Contact?'],
  ] as const) {
    it(`tells nothing of others by ${tool} before the user agreed`, async () => {
      await use(tool, input);
      await dialog.getByText(question).waitFor();
      await dialog.getByRole('button', { name: 'Cancel' }).click();
      await told('Failed: Canceled');
    });
  }

  it('does not trouble the user with what it would refuse', async () => {
    await use('dial', { target: '/exit' });
    await told('Failed: TARGET_REFUSED');
    assert.equal(await dialog.count(), 0);
  });
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the tools for language models, as a person sees them', useTools);
