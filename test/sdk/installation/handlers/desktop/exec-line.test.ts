import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';

import {
  execLine,
  parseExecLine,
  unescapedText,
} from '../../../../../sdk/src/installation/handlers/desktop/exec-line.ts';
import { itOnPosix } from '../../../../support/mocha/platform-tests.ts';

const letter = fc.constantFrom(...Array.from('ab /\\"\'`$%;&|<>*?#()~=üé🦊-.:u'));
const argument = fc.string({ unit: letter, minLength: 1, maxLength: 20 });

describe('the Exec of a desktop file', () => {
  it('gives every argument back, with the link behind them', () => {
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 5 }), (args) => {
        assert.deepEqual(parseExecLine(execLine(args)), { args, link: 'argument' });
      }),
      { numRuns: 2000 },
    );
  });

  itOnPosix('means to a shell what it means to a desktop: the quoting is the same', () => {
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1, maxLength: 5 }), (args) => {
        const line = unescapedText(execLine(args)).replaceAll('%%', '%').replace(/ %u$/u, '');
        const printed = execFileSync('/bin/sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' });
        assert.deepEqual(printed.split('\0').slice(0, -1), args);
      }),
      { numRuns: 100 },
    );
  });

  it('is written as the specification says', () => {
    assert.equal(
      execLine(['env', 'WINEPREFIX=/home/jo/My Prefix', 'wine', 'C:\\MicroSIP\\microsip.exe']),
      String.raw`env "WINEPREFIX=/home/jo/My Prefix" wine "C:\\\\MicroSIP\\\\microsip.exe" %u`,
    );
    assert.equal(execLine(['/opt/100%/a', '$x"']), String.raw`/opt/100%%/a "\\$x\\"" %u`);
  });

  it('holds no control characters', () => {
    assert.throws(() => execLine(['a\nb']), { code: 'INVALID_ARGUMENT' });
  });

  for (const [text, expected] of [
    ['firefox %u', { args: ['firefox'], link: 'argument' }],
    ['firefox --url=%U', { args: ['firefox', '--url='], link: 'argument' }],
    ['sh -c "x %u"', { args: ['sh', '-c', 'x '], link: 'quoted' }],
    ['app "%u"', { args: ['app'], link: 'quoted' }],
    ['app %i %c 100%%', { args: ['app', '100%'], link: 'missing' }],
    ['app "unfinished', undefined],
    ['', undefined],
    ['%u', undefined],
  ] as const) {
    it(`is understood: ${text}`, () => {
      assert.deepEqual(parseExecLine(text), expected);
    });
  }

  it('is read whatever stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const parsed = parseExecLine(text);
        assert.ok(parsed === undefined || parsed.args.length > 0);
      }),
    );
  });
});
