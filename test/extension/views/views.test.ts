import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import * as vscode from 'vscode';

import type { ExtensionExports } from '../../../extension/src/extension.ts';
import type { NodeTree } from '../../../extension/src/views/node-tree.ts';
import type { ViewNode } from '../../../extension/src/views/view-node.ts';
import { until } from '../../support/sdk/until.ts';
import { acceptQuickPick, leaveQuickPick } from '../../support/vscode/accept-quick-pick.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';

describe('the views of the activity bar', () => {
  let phone: EditorPhone;
  let trees: Readonly<Record<'calls' | 'recent' | 'contacts', NodeTree>>;
  let file: string;

  before(async () => {
    phone = await EditorPhone.start((ini) => ini.set('Settings', 'singleMode', '0'));
    await phone.sdk.contacts.add({ number: '101', name: 'Ada' }, { restart: true });
    const extension = vscode.extensions.getExtension<ExtensionExports>('microsip-devkit.microsip-devkit');
    assert.ok(extension);
    ({ trees } = extension.exports.views);
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath;
    assert.ok(folder);
    file = path.join(folder, '.vscode/contacts.json');
    await vscode.commands.executeCommand('workbench.view.extension.microsip');
  });

  after(async () => {
    await rm(path.dirname(file), { recursive: true, force: true });
    await vscode.commands.executeCommand('workbench.view.explorer');
    await phone.remove();
  });

  afterEach(() => phone.endCalls());

  function all(nodes: readonly ViewNode[]): readonly ViewNode[] {
    return nodes.flatMap((node) => [node, ...all(node.children ?? [])]);
  }

  /** The first entry whose texts match, once it is there. */
  async function entry(view: keyof typeof trees, pattern: RegExp): Promise<ViewNode> {
    const find = (): ViewNode | undefined =>
      all(trees[view].roots).find(({ face }) => pattern.test(`${face.label} ${face.description ?? ''}`));
    await until(() => find() !== undefined, `an entry like ${String(pattern)} in ${view}`);
    const found = find();
    assert.ok(found);
    return found;
  }

  async function writeContacts(contacts: unknown): Promise<void> {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify({ contacts }));
  }

  it('show a call, hold it, take it back and hang it up', async () => {
    await phone.sdk.dialAndWait('101', { until: 'active' });
    await vscode.commands.executeCommand(
      'microsip.view.holdCall',
      await entry('calls', /^101 · Ada in call$/u),
    );
    await phone.until('it is held', ({ calls }) => calls[0]?.state === 'held');
    await vscode.commands.executeCommand(
      'microsip.view.resumeCall',
      await entry('calls', /^101 · Ada on hold$/u),
    );
    await phone.until('it goes on', ({ calls }) => calls[0]?.state === 'active');
    await vscode.commands.executeCommand(
      'microsip.view.hangUpCall',
      await entry('calls', /^101 · Ada in call/u),
    );
    await phone.until('it is over', ({ calls }) => calls.length === 0);
    await until(() => trees.calls.roots.length === 0, 'no entry');
  });

  it('answer a call that rings in, and reject one', async () => {
    await phone.simulator.ring({ from: '"Ada" <sip:201@pbx.test>' });
    await vscode.commands.executeCommand(
      'microsip.view.answerCall',
      await entry('calls', /^201 · “Ada” rings in/u),
    );
    await phone.until('it is answered', ({ calls }) => calls[0]?.state === 'active');
    await phone.endCalls();
    await phone.simulator.ring({ from: '"Bob" <sip:202@pbx.test>' });
    await vscode.commands.executeCommand('microsip.view.rejectCall', await entry('calls', /^202/u));
    const { lastCall } = await phone.until('it is over', ({ calls }) => calls.length === 0);
    assert.equal(lastCall?.reason, 'declined');
  });

  it('ask before they hang up more than the call that was meant', async () => {
    await phone.sdk.dialAndWait('301', { until: 'active' });
    await phone.sdk.dialAndWait('302', { until: 'active' });
    const node = await entry('calls', /^302/u);
    await acceptQuickPick('microsip.view.hangUpCall', node);
    await phone.until('both are over', ({ calls }) => calls.length === 0);
  });

  it("show the phone's calls soon after they are over, call again and copy", async () => {
    await phone.simulator.ring({ from: '"Eve" <sip:203@pbx.test>' });
    await entry('calls', /^203/u);
    await phone.sdk.reject();
    await entry('recent', /^203 · “Eve” missed · /u);
    await vscode.commands.executeCommand('microsip.view.dialEntry', await entry('recent', /^203/u));
    await phone.until('it is called again', ({ calls }) => calls[0]?.number === '203');
    await vscode.commands.executeCommand('microsip.view.copyNumber', await entry('recent', /^203/u));
    assert.equal(await vscode.env.clipboard.readText(), '203');
  });

  it("call MicroSIP's contacts as they are asked to", async () => {
    await vscode.commands.executeCommand('microsip.view.dialEntry', await entry('contacts', /^Ada 101$/u));
    await phone.until('Ada is called', ({ calls }) => calls[0]?.number === '101');
  });

  it("show the workspace's contacts as soon as the file is there, and call them after a question", async () => {
    await writeContacts([{ name: 'Build server', number: '+1 415 555 0132' }]);
    const node = await entry('contacts', /^Build server/u);
    assert.ok((await entry('contacts', /^MicroSIP/u)).children);
    await acceptQuickPick('microsip.view.dialEntry', node);
    await phone.until('it is called', ({ calls }) => calls[0]?.number === '+14155550132');
    await phone.endCalls();

    await leaveQuickPick('microsip.view.dialEntry', node);
    assert.deepEqual((await phone.sdk.status()).calls, []);
  });

  it('say what is wrong in a file of contacts, and show the others', async () => {
    await writeContacts([{ name: 'Bad', number: '/hangupall' }, { nam: 1 }, { name: 'Good', number: '104' }]);
    const problems = await entry('contacts', /problems in contacts\.json/u);
    await entry('contacts', /^Good 104$/u);
    const uri = vscode.Uri.file(file);
    const found = (): readonly string[] =>
      vscode.languages
        .getDiagnostics(uri)
        .filter(({ source }) => source === 'MicroSIP')
        .map(({ message, range }) => `${range.start.character} ${message}`);
    await until(() => found().length > 3, 'the diagnostics');
    assert.match(found().join('\n'), /\/hangupall/u);
    await vscode.commands.executeCommand('_microsip.chooseEntryAction', problems);
    await until(() => vscode.window.activeTextEditor?.document.uri.fsPath === file, 'the file to be open');
    // The schema tells the rest in an open document.
    await until(() => found().length === 1, 'nothing is told twice');
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await rm(file);
    await until(
      () => all(trees.contacts.roots).every(({ face }) => face.label !== 'Good 104'),
      'they are gone',
    );
    await until(() => found().length === 0, 'no diagnostics');
  });

  it('show ten thousand contacts under their letters', async () => {
    const contacts = Array.from({ length: 10_000 }, (_, index) => ({
      name: `${String.fromCodePoint(0x41 + (index % 26))} ${index}`,
      number: `+1415555${String(index).padStart(4, '0')}`,
    }));
    await writeContacts(contacts);
    const letter = await entry('contacts', /^Z \d+$/u);
    assert.equal(letter.children?.length, Math.floor(10_000 / 26));
  });

  it('do nothing with what is no entry', async () => {
    const forged = {
      subject: { type: 'contact', contact: { source: 'microsip', name: 'x', target: '105' } },
    };
    await vscode.commands.executeCommand('microsip.view.dialEntry', forged);
    await vscode.commands.executeCommand('microsip.view.dialEntry', '105');
    assert.deepEqual((await phone.sdk.status()).calls, []);
  });
});
