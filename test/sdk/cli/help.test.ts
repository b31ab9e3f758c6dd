import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { PassThrough } from 'node:stream';
import { commandNamed } from '../../../sdk/src/catalogue/commands.ts';
import { createProgram } from '../../../sdk/src/cli/program.ts';
import { kitCommands } from '../../../sdk/src/explanation/kit-command.ts';
import { cli } from './run-cli.ts';

/** The kit's own part of the help; the catalogue's is held against the catalogue. After a wanted change: UPDATE_SNAPSHOTS=1 npx mocha test/sdk/cli/help.test.ts */
const snapshot = new URL('./help.snapshot.txt', import.meta.url);

const { commands } = createProgram(() => Promise.resolve(), new PassThrough());
const named = commands.flatMap((command) => [
  [command.name()],
  ...command.commands.map((one) => [command.name(), one.name()]),
]);

describe('the help of the command', () => {
  it('reads as it did', async () => {
    const pages: string[] = [];
    for (const words of [[], ...named]) {
      const [own = ''] = (await cli(...words, '--help')).stdout.split('\nWhat it sends to MicroSIP:');
      pages.push(`$ microsip ${[...words, '--help'].join(' ')}\n${own.trimEnd()}\n`);
    }
    const text = pages.join(`\n${'─'.repeat(78)}\n\n`);
    if (process.env['UPDATE_SNAPSHOTS'] !== undefined) await writeFile(snapshot, text);
    assert.equal(text, (await readFile(snapshot, 'utf8')).replaceAll('\r\n', '\n'));
  });

  it('tells what each command sends, and every trap of it, as the catalogue does', async () => {
    for (const { command, sends } of kitCommands) {
      const [name = ''] = command.split(' ');
      const help = unwrapped((await cli(name, '--help')).stdout);
      const { syntax, effect, traps } = commandNamed(sends);
      assert.ok(help.includes(`microsip ${command}: ${syntax}`), command);
      assert.ok(help.includes(unwrapped(effect)), command);
      for (const trap of traps) assert.ok(help.includes(unwrapped(trap.text)), trap.text);
    }
  });

  it('is there for every command, by --help, -h and help', async () => {
    for (const words of named) {
      const { stdout, code } = await cli(...words, '-h');
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^Usage: microsip ${words.join(' ')}`, 'u'));
    }
    assert.equal((await cli('help', 'hangup')).stdout, (await cli('hangup', '--help')).stdout);
  });
});

function unwrapped(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
