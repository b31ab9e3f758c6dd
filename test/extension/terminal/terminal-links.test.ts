import assert from 'node:assert/strict';

import * as vscode from 'vscode';

import { DocumentNumbers } from '../../../extension/src/documents/document-numbers.ts';
import { readNumberSettings } from '../../../extension/src/number-settings.ts';
import { TerminalLinks } from '../../../extension/src/terminal/terminal-links.ts';

describe('links in a terminal', () => {
  const links = new TerminalLinks(new DocumentNumbers(readNumberSettings));
  const cancellation = new vscode.CancellationTokenSource();
  let terminal: vscode.Terminal;

  before(() => {
    terminal = vscode.window.createTerminal({ name: 'silent', pty: silentTerminal() });
  });

  after(() => {
    terminal.dispose();
    cancellation.dispose();
  });

  afterEach(() => configure(undefined));

  function silentTerminal(): vscode.Pseudoterminal {
    return {
      onDidWrite: new vscode.EventEmitter<string>().event,
      open: () => undefined,
      close: () => undefined,
    };
  }

  async function configure(value: unknown): Promise<void> {
    const settings = vscode.workspace.getConfiguration('microsip.numbers');
    await settings.update('terminal', value, vscode.ConfigurationTarget.Global);
  }

  async function linksIn(line: string): Promise<(readonly [text: string, tooltip: string | undefined])[]> {
    const found = await links.provideTerminalLinks({ line, terminal }, cancellation.token);
    return found.map(({ startIndex, length, tooltip }) => [
      line.slice(startIndex, startIndex + length),
      tooltip,
    ]);
  }

  it('are there for numbers and addresses, and say what they dial', async () => {
    assert.deepEqual(
      await linksIn('From: <sip:ada@example.com>;tag=1 To: +49 (30) 123456 at 2026-11-23 10:00:00'),
      [
        ['sip:ada@example.com', 'Dial sip:ada@example.com with MicroSIP'],
        ['+49 (30) 123456', 'Dial +4930123456 with MicroSIP'],
      ],
    );
  });

  it('say why an address is not dialled', async () => {
    const [[text, tooltip] = []] = await linksIn('sips:ada@example.com');
    assert.equal(text, 'sips:ada@example.com');
    assert.match(tooltip ?? '', /encryption/u);
  });

  it('are there in no line of colours, hashes and times, nor beside characters that cannot be seen', async () => {
    for (const line of [
      '\u001b[32mPASS\u001b[0m 12:34:56.789 src/a.ts:101:7 (4711 ms) sha 9f86d081884c7d659a2f',
      'tel:+4930\u200b123456',
      '1234567890 '.repeat(2000),
    ]) {
      assert.deepEqual(await linksIn(line), [], line.slice(0, 60));
    }
  });

  it('are not there where the user does without', async () => {
    await configure(false);
    assert.deepEqual(await linksIn('tel:101 +49 30 123456'), []);
  });
});
