import assert from 'node:assert/strict';
import fc from 'fast-check';
import { escapeForTerminal, jsonLine } from '../../../sdk/src/cli/output/terminal-text.ts';
import { cli } from './run-cli.ts';

const anyText = fc.string({ unit: 'binary' });
const visible = /^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u;

describe('text of unknown origin', () => {
  it('is shown to a terminal without anything that acts on it or hides in it', () => {
    fc.assert(fc.property(anyText, (text) => visible.test(escapeForTerminal(text))));
    assert.equal(
      escapeForTerminal('a\u001b[2Jb\u202ec\r\n\t\u009b1m'),
      String.raw`a\u{1b}[2Jb\u{202e}c\r\n\t\u{9b}1m`,
    );
  });

  it('stays as it is where it can be seen', () => {
    assert.equal(escapeForTerminal('Ådå ☎ 陈 +49 (30)'), 'Ådå ☎ 陈 +49 (30)');
  });

  it('has the same value in JSON, on one visible line', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const line = jsonLine(value);
        assert.match(line, visible);
        assert.deepEqual(JSON.parse(line), JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('does not reach the terminal raw from the command line, in any way of answering', async () => {
    const hostile = '\u001b]0;x\u0007\u202e\u009b2J';
    for (const words of [
      ['dial', hostile],
      ['explain', '--', hostile],
      ['explain', '--json', '--', hostile],
      [hostile],
      ['hangup', '--scope', hostile],
      ['hangup', `--${hostile}`],
      ['simulator', 'script', hostile],
      ['dial', '101', '--dry-run', '--backend', 'windows', '--exe', `C:\\${hostile}.exe`],
      ['status', '--microsip-version', hostile, '--verbose'],
    ]) {
      const { stdout, stderr } = await cli(...words);
      for (const line of `${stdout}${stderr}`.split('\n')) assert.match(line, visible, JSON.stringify(words));
    }
  });
});
