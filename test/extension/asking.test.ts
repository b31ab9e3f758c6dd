import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { askForTarget, type AskedTarget } from '../../extension/src/asking/ask-for-target.ts';
import { ContactBook } from '../../extension/src/contacts/contact-book.ts';
import { PhoneConnection } from '../../extension/src/phone/phone-connection.ts';
import { addSecondAccount } from '../support/sdk/add-second-account.ts';
import { acceptQuickPick, pressEnter } from '../support/vscode/accept-quick-pick.ts';
import { EditorPhone } from '../support/vscode/editor-phone.ts';
import { showSelection } from '../support/vscode/show-selection.ts';

describe('a command that asks', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start((ini) => {
      addSecondAccount(ini);
      ini.set('Settings', 'accountId', '2');
    });
  });

  after(() => phone.remove());

  afterEach(async () => {
    await phone.endCalls();
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  async function calledNumber(): Promise<string | undefined> {
    const { calls } = await phone.until('there is a call', ({ calls }) => calls.length > 0);
    return calls[0]?.number;
  }

  it('dials what is selected when that is agreed to', async () => {
    await showSelection({ content: 'Call 104 now' }, new vscode.Range(0, 5, 0, 8));
    await acceptQuickPick('microsip.dial');
    assert.equal(await calledNumber(), '104');
  });

  it('switches to the account that is chosen', async () => {
    await acceptQuickPick('microsip.switchAccount');
    await phone.until(
      'the first account is registered',
      ({ registration }) => registration?.account?.includes('1001') === true,
    );
  });
});

describe('the input for targets while contacts are slow to come, as from a network drive', () => {
  let phone: EditorPhone;
  let log: vscode.LogOutputChannel;
  let connection: PhoneConnection;
  let book: ContactBook;

  before(async () => {
    phone = await EditorPhone.start();
    await phone.sdk.contacts.add({ name: 'Ada Lovelace', number: '1045' }, { restart: true });
    log = vscode.window.createOutputChannel('slow contacts', { log: true });
    const { dataDirectory } = phone;
    connection = new PhoneConnection(() => ({ backend: 'simulator', dataDirectory }), log);
    book = new ContactBook(connection, log);
    await showSelection({ content: 'ada' }, new vscode.Range(0, 0, 0, 3));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    book.dispose();
    connection.dispose();
    log.dispose();
    await phone.remove();
  });

  /** Asks with what is selected in the input, and contacts that come once they are let go. */
  function askWith(letGo: Promise<unknown>): Promise<AskedTarget | undefined> {
    const slow = {
      all: async () => {
        await letGo;
        return await book.all();
      },
      names: () => book.names(),
      search: (text: string) => book.search(text),
    };
    return askForTarget(connection, slow, 'Whom to Call');
  }

  it('takes the contact of a name when it comes after Enter, and no user', async () => {
    let come = (): void => undefined;
    const asked = askWith(new Promise<void>((resolve) => (come = resolve)));
    await pressEnter();
    come();
    assert.deepEqual(await asked, { target: '1045', isFromWorkspace: false });
  });

  it('takes the name for a user when no contact comes', async () => {
    const asked = askWith(new Promise(() => undefined));
    await pressEnter();
    assert.deepEqual(await asked, { target: 'ada', isFromWorkspace: false });
  });
});
