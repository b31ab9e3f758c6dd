import assert from 'node:assert/strict';

import fc from 'fast-check';
import * as vscode from 'vscode';

import { PhoneConnection } from '../../../extension/src/phone/phone-connection.ts';
import { DialUriHandler } from '../../../extension/src/uri-handler/dial-uri-handler.ts';
import { dialUri, textToDial } from '../../../extension/src/uri-handler/dial-uri.ts';
import { skipBecause } from '../../support/mocha/skip-because.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';
import { repeatUntil } from '../../support/vscode/repeat-until.ts';

const extensionId = 'microsip-devkit.microsip-devkit';

describe('a link of the editor to this extension', () => {
  let phone: EditorPhone;
  let log: vscode.LogOutputChannel;
  let connection: PhoneConnection;

  before(async () => {
    phone = await EditorPhone.start();
    log = vscode.window.createOutputChannel('links under test', { log: true });
    const { dataDirectory } = phone;
    connection = new PhoneConnection(() => ({ backend: 'simulator', dataDirectory }), log);
  });

  after(async () => {
    connection.dispose();
    log.dispose();
    await phone.remove();
  });

  afterEach(async () => {
    await phone.endCalls();
    await confirmDialling(undefined);
  });

  async function confirmDialling(value: boolean | undefined): Promise<void> {
    const settings = vscode.workspace.getConfiguration('microsip');
    await settings.update('confirmDialling', value, vscode.ConfigurationTarget.Global);
  }

  function linkTo(number: string): vscode.Uri {
    return vscode.Uri.parse(dialUri(vscode.env.uriScheme, extensionId, number));
  }

  /** Presses a key for the question that is open; where there is none, nothing happens. */
  async function pressKey(key: 'end' | 'enter'): Promise<void> {
    const commands = {
      end: 'quickInput.last',
      enter: 'workbench.action.acceptSelectedQuickOpenItem',
    };
    await vscode.commands.executeCommand(commands[key]);
  }

  /** What is dialled now is the first, so nothing was dialled before. */
  async function assertNothingDialled(): Promise<void> {
    await vscode.commands.executeCommand('microsip.dial', '103');
    const { calls } = await phone.until('there is a call', ({ calls }) => calls.length > 0);
    assert.deepEqual(
      calls.map(({ number }) => number),
      ['103'],
    );
  }

  it('is read as it was written, through the URIs of the editor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const uri = linkTo(text);
        assert.equal(uri.authority, extensionId);
        assert.equal(textToDial(uri), text);
        // From one process to another it goes as a text.
        assert.equal(textToDial(vscode.Uri.parse(uri.toString())), text);
      }),
    );
  });

  it('asks, and dials when that is agreed to', async function () {
    if (vscode.env.uiKind === vscode.UIKind.Desktop) {
      skipBecause(this, 'on a desktop VS Code itself asks first, in a dialog that it does not show to tests');
    }
    const called = phone.until('there is a call', ({ calls }) => calls.length > 0);
    // A question that opens between two keys is answered with its first answer, not to dial; so the link is opened
    // again, of which nothing comes while a question is open.
    const press = async (): Promise<void> => {
      await vscode.commands.executeCommand('vscode.open', linkTo('tel:+49-30-123456'));
      await pressKey('end');
      await pressKey('enter');
    };
    await repeatUntil(called, press, 'the call');
    assert.equal((await called).calls[0]?.number, '+4930123456');
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });

  it('asks, also where the user does without questions, and dials nothing by Enter', async () => {
    await confirmDialling(false);
    const handler = new DialUriHandler(extensionId, connection, log);
    await repeatUntil(handler.handleUri(linkTo('101')), () => pressKey('enter'), 'the answer');
    await assertNothingDialled();
  });

  it('puts no other number under the question that is asked', async () => {
    const handler = new DialUriHandler(extensionId, connection, log);
    const first = handler.handleUri(linkTo('101'));
    await Promise.all(['102', '104', '105'].map((number) => handler.handleUri(linkTo(number))));
    await repeatUntil(first, () => pressKey('enter'), 'the answer');
    await assertNothingDialled();
  });

  it('does nothing but dial, and dials nothing that MicroSIP would obey', async () => {
    const handler = new DialUriHandler(extensionId, connection, log);
    for (const rest of [
      '',
      '/hangup',
      '/dial',
      '/dial?number=',
      '/dial?number=101#102',
      '/dial?number=%2Fhangupall',
      '/dial?number=101%0A102',
      '/dial?number=101&number=102',
      `/dial?number=${'9'.repeat(10_000)}`,
    ]) {
      // Nobody answers: it ends without a question.
      await handler.handleUri(vscode.Uri.parse(`${vscode.env.uriScheme}://${extensionId}${rest}`));
    }
    await assertNothingDialled();
  });
});
