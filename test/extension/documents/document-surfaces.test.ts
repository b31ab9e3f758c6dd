import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { mostFound } from '../../../extension/src/documents/text-search.ts';
import { until } from '../../support/sdk/until.ts';
import { acceptQuickPick } from '../../support/vscode/accept-quick-pick.ts';
import { EditorPhone } from '../../support/vscode/editor-phone.ts';

const text = [
  'Support: <tel:+49-30-23125-100>, secure: sips:ada@example.com',
  'Office: 030/23125 101, on 2024-01-15',
  '',
].join('\n');

/** One for which VS Code has no links and hovers of its own. */
const otherLanguage = 'shellscript';

describe('numbers in documents', () => {
  let phone: EditorPhone;

  before(async () => {
    phone = await EditorPhone.start();
    await configure('region', 'DE');
  });

  after(async () => {
    for (const name of ['region', 'languages', 'codeLens']) await configure(name, undefined);
    await phone.remove();
  });

  afterEach(() => phone.endCalls());

  async function configure(name: string, value: unknown): Promise<void> {
    const settings = vscode.workspace.getConfiguration('microsip.numbers');
    await settings.update(name, value, vscode.ConfigurationTarget.Global);
  }

  function open(content: string, language: string): Thenable<vscode.TextDocument> {
    return vscode.workspace.openTextDocument({ content, language });
  }

  /** The links of this extension, with what they run, as many as are asked for. */
  async function linksOf(document: vscode.TextDocument, count = 100): Promise<vscode.DocumentLink[]> {
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
      count,
    );
    // VS Code gives the providers' links in no order.
    return links.sort((left, right) => left.range.start.compareTo(right.range.start));
  }

  async function linkTextsOf(document: vscode.TextDocument): Promise<string[]> {
    return (await linksOf(document)).map(({ range }) => document.getText(range));
  }

  async function hoverAt(document: vscode.TextDocument, place: string): Promise<string> {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf(place) + 1),
    );
    return hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n\n');
  }

  async function lensesOf(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    return vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
  }

  /** Runs the command of a link as a click on it does, and agrees to what it asks. */
  async function click(target: vscode.Uri | undefined): Promise<void> {
    assert.equal(target?.scheme, 'command');
    const [argument] = JSON.parse(target.query) as unknown[];
    await acceptQuickPick(target.path, argument);
  }

  async function calledNumber(): Promise<string | undefined> {
    const { calls } = await phone.until('there is a call', ({ calls }) => calls.length > 0);
    return calls[0]?.number;
  }

  it('are links, which dial what is shown when that is agreed to', async () => {
    const document = await open(text, 'plaintext');
    const links = await linksOf(document);
    assert.deepEqual(
      links.map(({ range, tooltip }) => [document.getText(range), tooltip]),
      [
        ['tel:+49-30-23125-100', String.raw`Dial \+493023125100`],
        ['sips:ada@example.com', 'MicroSIP does not dial this'],
        ['030/23125 101', 'Dial 03023125101'],
      ],
    );
    await click(links[2]?.target);
    assert.equal(await calledNumber(), '03023125101');
  });

  it('are links that a click follows also once VS Code has forgotten what made them', async () => {
    const links = await linksOf(await open(text, 'plaintext'), 0);
    assert.deepEqual(
      links.map(({ target }) => target?.path),
      ['_microsip.dialWritten', '_microsip.dialWritten', '_microsip.dialWritten'],
    );
  });

  it('are only links with a scheme in the languages that were not chosen', async () => {
    assert.deepEqual(await linkTextsOf(await open(text, otherLanguage)), [
      'tel:+49-30-23125-100',
      'sips:ada@example.com',
    ]);
  });

  it('follow the settings at once', async () => {
    const document = await open(text, otherLanguage);
    assert.equal((await linkTextsOf(document)).length, 2);
    await configure('languages', [otherLanguage]);
    assert.equal((await linkTextsOf(document)).length, 3);
    await configure('languages', undefined);
    assert.equal((await linkTextsOf(document)).length, 2);
  });

  it('follow changes of the document', async () => {
    const document = await open('tel:101', 'plaintext');
    assert.deepEqual(await linkTextsOf(document), ['tel:101']);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'tel:102 ');
    await vscode.workspace.applyEdit(edit);
    assert.deepEqual(await linkTextsOf(document), ['tel:102', 'tel:101']);
  });

  it('survive settings of the wrong type', async () => {
    await configure('languages', 'plaintext');
    await configure('region', ['DE']);
    assert.ok((await linkTextsOf(await open(text, 'plaintext'))).length >= 2);
    await configure('languages', undefined);
    await configure('region', 'DE');
  });

  it('have a hover with country, what is dialled, and a link that dials', async () => {
    const hover = await hoverAt(await open(text, 'plaintext'), '030/23125 101');
    assert.match(hover, /\*\*\\\+49 30 23125101 · Germany\*\*/u);
    assert.match(hover, /MicroSIP dials 03023125101/u);
    const link = /\((?<link>command:_microsip\.dialWritten[^)]*)\)/u.exec(hover)?.groups?.['link'];
    await click(vscode.Uri.parse(link ?? ''));
    assert.equal(await calledNumber(), '03023125101');
  });

  it('have a hover that copies them', async () => {
    const hover = await hoverAt(await open(text, 'plaintext'), '030/23125 101');
    const link = /\((?<link>command:_microsip\.copyNumber[^)]*)\)/u.exec(hover)?.groups?.['link'];
    const { path, query } = vscode.Uri.parse(link ?? '');
    await vscode.commands.executeCommand(path, ...(JSON.parse(query) as unknown[]));
    assert.equal(await vscode.env.clipboard.readText(), '+49 30 23125101');
  });

  it('have no hover beside them', async () => {
    assert.equal(await hoverAt(await open(text, 'plaintext'), '2024-01-15'), '');
  });

  it('have lenses only where the settings want them', async () => {
    const document = await open(text, 'plaintext');
    assert.deepEqual(await lensesOf(document), []);
    await configure('codeLens', true);
    const lenses = await until(async () => {
      const found = await lensesOf(document);
      return found.length > 0 && found;
    }, 'the lenses');
    assert.deepEqual(
      lenses.map(({ command }) => command?.title),
      ['$(call-outgoing) Dial +493023125100', '$(call-outgoing) Dial 03023125101'],
    );
    const [, { command } = { command: undefined }] = lenses;
    await acceptQuickPick(command?.command ?? '', command?.arguments?.[0]);
    assert.equal(await calledNumber(), '03023125101');
    await configure('codeLens', undefined);
  });

  it('are found in a document of 50,000 lines', async () => {
    const line = '2024-01-15 10:11:12.131 INFO  call from +49 30 23125 100 took 1.5 s, id=4155550132\n';
    const document = await open(line.repeat(50_000), 'plaintext');
    const links = await linksOf(document, 0);
    assert.equal(links.length, mostFound);
    // A hover looks at its place alone.
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new vscode.Position(49_999, line.indexOf('30 2')),
    );
    assert.equal(hovers.length, 1);
  });

  it('are found in a line of 5 MB', async () => {
    const filling = 'var a=1,b="x y z";'.repeat(140_000);
    const document = await open(`${filling} tel:101 ${filling}`, otherLanguage);
    assert.deepEqual(await linkTextsOf(document), ['tel:101']);
    assert.match(await hoverAt(document, 'tel:101'), /MicroSIP dials 101/u);
  });

  it('take nothing hostile for more than it is', async () => {
    const hostile = [
      '[030 23125 100](command:workbench.action.quit) ](tel:+4930123](',
      'sip:$(bug)@example.com <img src=x onerror=alert(1)> tel:\u202e101',
      '1'.repeat(100_000),
      '+(0)'.repeat(50_000),
    ].join('\n');
    const document = await open(hostile, 'plaintext');
    for (const { target, tooltip } of await linksOf(document)) {
      assert.equal(target?.path, '_microsip.dialWritten');
      // VS Code makes icons of them in the tooltip of a link.
      assert.doesNotMatch(tooltip ?? '', /\$\(/u);
    }
    assert.doesNotMatch(await hoverAt(document, 'sip:$(bug)'), /\$\(bug\)/u);
  });
});
