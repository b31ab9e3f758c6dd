import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { effectOf } from '../support/sdk/effect-of.ts';
import { useWorkbench } from '../support/vscode/use-workbench.ts';
import type { OpenWindow } from '../support/vscode/workbench-host.ts';

const eve = { name: 'Eve', number: '+1 415 555 0132' };

type Choose = (window: OpenWindow, contact: string) => Promise<void>;

/** How a person takes a contact from the list once its name is typed. */
const ways: Readonly<Record<string, Choose>> = {
  'with Enter, as soon as it is marked': async ({ workbench }, contact) => {
    await workbench.focusedEntry.filter({ hasText: contact }).waitFor();
    await workbench.input.press('Enter');
  },
  'with the arrow keys': async ({ workbench }, contact) => {
    await workbench.entry('User eve').waitFor();
    await workbench.focusedEntry.filter({ hasText: contact }).waitFor();
    await workbench.input.press('ArrowDown');
    await workbench.focusedEntry.filter({ hasNotText: contact }).waitFor();
    await workbench.input.press('ArrowUp');
    await workbench.focusedEntry.filter({ hasText: contact }).waitFor();
    await workbench.input.press('Enter');
  },
  'with the mouse': async ({ workbench }, contact) => {
    await workbench.entry(contact).click();
  },
};

function chooseContacts(this: Mocha.Suite): void {
  this.timeout(90_000);

  const code = useWorkbench(async (phone) => {
    const folder = path.join(path.dirname(phone.contacts.path), '.vscode');
    await mkdir(folder);
    const contacts = [{ name: 'Adam', number: '103' }, eve];
    await writeFile(path.join(folder, 'contacts.json'), JSON.stringify({ contacts }));
  });

  for (const [way, choose] of Object.entries(ways)) {
    it(`asks before it dials a contact of the workspace that is chosen ${way}`, async () => {
      const { workbench } = code;
      await workbench.openDialInput();
      await workbench.input.pressSequentially('eve');
      await choose(code, eve.number);
      await workbench.questionIs('Dial with MicroSIP?');
      assert.deepEqual((await code.phone.status()).calls, []);
      await workbench.answerByClick('Dial +14155550132');
      await workbench.statusItem.getByText('In call with +14155550132').waitFor();
    });

    it(`asks before it transfers to a contact of the workspace that is chosen ${way}`, async () => {
      const { phone, simulator, workbench } = code;
      await phone.dialAndWait('101', { until: 'active' });
      await workbench.statusItem.getByText('In call with 101').waitFor();
      await workbench.runCommand('MicroSIP: Transfer…');
      await workbench.questionIs('Transfer the Call');
      await workbench.input.pressSequentially('eve');
      await choose(code, eve.number);
      const { target } = await effectOf(simulator, 'transfer', () =>
        workbench.answerByClick('Transfer to +14155550132'),
      );
      assert.match(target, /\+14155550132/u);
    });
  }
}

// code-server is for Linux; elsewhere the tests run in a desktop VS Code, which has no page to look at.
if (process.platform === 'linux') describe('the contact that is chosen from a list', chooseContacts);
