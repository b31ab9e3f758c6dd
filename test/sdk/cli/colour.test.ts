import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { WriteStream } from 'node:tty';
import { Terminal } from '../../../sdk/src/cli/output/terminal.ts';

/** How many colours a real terminal has, by its environment. */
const getColorDepth = (): number => WriteStream.prototype.getColorDepth();

const names = ['NO_COLOR', 'FORCE_COLOR', 'NODE_DISABLE_COLORS', 'TERM', 'CI'] as const;

describe('colour', () => {
  let before: readonly (string | undefined)[];
  beforeEach(() => {
    before = names.map((name) => process.env[name]);
    for (const name of names) Reflect.deleteProperty(process.env, name);
    process.env['TERM'] = 'xterm-256color';
  });
  afterEach(() => {
    names.forEach((name, index) => {
      const value = before[index];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    });
  });

  const styled = (isTTY: boolean): string => {
    const stream = Object.assign(new PassThrough(), { isTTY, getColorDepth });
    return new Terminal({ stdout: stream, stderr: stream }, { json: false, verbose: false }).style(
      'red',
      'x',
    );
  };

  it('is there on a terminal', () => {
    assert.equal(styled(true), '\u001b[31mx\u001b[39m');
  });

  it('is not there in a file or a pipe', () => {
    assert.equal(styled(false), 'x');
  });

  it('is not there where NO_COLOR is set', () => {
    process.env['NO_COLOR'] = '1';
    assert.equal(styled(true), 'x');
  });
});
