import type { Locator, Page } from 'playwright-core';

import type { Stage } from './stage.ts';

/** Brings a window to what a picture is to show. */
export type Scene = (stage: Stage) => Promise<void>;

/** What the documentation shows, by the name of the picture. */
export const scenes: Readonly<Record<string, Scene>> = {
  call: async (stage) => {
    const { workbench, simulator, phone, page } = stage;
    await openCustomers(stage);
    await phone.dial('+1 (415) 555-2671');
    await simulator.farEnd({ do: 'ring' });
    await simulator.farEnd({ do: 'answer' });
    await workbench.statusItem.getByText('In call with').waitFor();
    await workbench.statusItem.hover();
    await page.locator('.workbench-hover').waitFor();
  },
  'incoming-call': async (stage) => {
    const { workbench, simulator, page } = stage;
    await openCustomers(stage);
    await simulator.ring({ from: '"Ada Byron" <sip:+14155552671@pbx.test>' });
    await workbench.statusItem.getByText('Call from').waitFor();
    await page.locator('.notifications-toasts .notification-list-item').waitFor();
  },
  number: async (stage) => {
    const { page } = stage;
    await openCustomers(stage);
    // The row's second cell, where the number begins.
    const number = page.locator('.view-line', { hasText: 'Erika' }).getByText('+49');
    await number.hover();
    await page.locator('.monaco-hover', { hasText: 'Dial' }).waitFor();
  },
  confirmation: async (stage) => {
    const { workbench, page } = stage;
    await openCustomers(stage);
    await workbench.goTo(7, 20);
    await page.mouse.move(700, 500);
    await workbench.runCommand('MicroSIP: Dial Selection or Number Under Cursor');
    await page.locator('.quick-input-widget').getByText('Dial with MicroSIP?').waitFor();
    await page.locator('.workbench-hover').waitFor({ state: 'detached' });
  },
  dial: async (stage) => {
    const { workbench, page } = stage;
    await openCustomers(stage);
    for (const number of ['201', '+4930901820']) await haveCalled(stage, number);
    await workbench.openDialInput();
    await page.mouse.move(700, 500);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Daily Stand-up' }).waitFor();
    await page.locator('.workbench-hover').waitFor({ state: 'detached' });
  },
  actions: async (stage) => {
    const { workbench, simulator, phone, page } = stage;
    await openCustomers(stage);
    await phone.dial('+1 (415) 555-2671');
    await simulator.farEnd({ do: 'answer' });
    await workbench.statusItem.getByText('In call with').waitFor();
    await workbench.statusItem.click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Hang Up' }).waitFor();
  },
  views: async (stage) => {
    const { workbench, simulator, phone, page } = stage;
    await openCustomers(stage);
    for (const number of ['+442079460018', '+4930901820']) await haveCalled(stage, number);
    const missed = await simulator.ring({ from: '<sip:201@pbx.test>' });
    await workbench.statusItem.getByText('Call from').waitFor();
    await simulator.farEnd({ do: 'hang-up' }, missed);
    await workbench.statusItem.getByText('Call from').waitFor({ state: 'detached' });
    await simulator.ring({ from: '"Li Na" <sip:203@pbx.test>' });
    await workbench.statusItem.getByText('Call from').waitFor();
    await phone.answer();
    await workbench.statusItem.getByText('In call with').waitFor();
    const views = await workbench.openViews();
    await views.getByRole('treeitem').filter({ hasText: 'On call' }).waitFor();
    // Those of calls that are over stay.
    await workbench.runCommand('Notifications: Clear All Notifications');
    await page.mouse.move(700, 500);
    // An entry with the focus shows what can be done with it.
    const hangUp = views.getByRole('treeitem').first().getByRole('button', { name: 'Hang Up' });
    await workbench.runCommand('MicroSIP: Focus on Calls View');
    await views.getByRole('tree', { name: 'Calls' }).press('ArrowDown');
    await hangUp.waitFor();
  },
  explanation: async ({ workbench, page }) => {
    await workbench.runCommand('MicroSIP: Explain Command Line…');
    await workbench.input.fill('microsip.exe -call 5551234');
    await workbench.input.press('Enter');
    await webviewText(page, 'What happens').waitFor();
  },
};

/** Opens the file with numbers, and waits until it is drawn as it stays: in colours, with its links. */
async function openCustomers({ workbench, page }: Stage): Promise<void> {
  await workbench.openFile('customers.md');
  await page.locator('.view-line .detected-link').first().waitFor();
  // Above a list of files, the pointer would bring up its buttons.
  await page.mouse.move(700, 500);
}

/** Has a call with somebody that is over by the end. */
async function haveCalled({ workbench, simulator, phone }: Stage, number: string): Promise<void> {
  await phone.dial(number);
  await workbench.statusItem.getByText('Calling').waitFor();
  await simulator.farEnd({ do: 'answer' });
  await workbench.statusItem.getByText('In call with').waitFor();
  await phone.hangup();
  await workbench.statusItem.getByText('In call with').waitFor({ state: 'detached' });
}

/** A text in what a webview shows. */
function webviewText(page: Page, text: string): Locator {
  return page
    .frameLocator('iframe.webview.ready')
    .frameLocator('iframe#active-frame')
    .getByText(text, { exact: true })
    .first();
}
