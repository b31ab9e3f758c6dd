import assert from 'node:assert/strict';

import fc from 'fast-check';

import { quoteWindowsArgument, quoteWindowsProgram } from '../../../sdk/src/channel/windows-quoting.ts';
import { commandLineToArgv } from '../../support/sdk/command-line-to-argv.ts';

/** Texts in which what quoting is about is frequent. */
const trickyText = fc
  .array(fc.oneof(fc.constantFrom('\\', '"', ' ', '\t', '\\"', '\\\\'), fc.string()), { maxLength: 12 })
  .map((parts) => parts.join('').replaceAll('\0', ''));

describe('quoting for Windows', () => {
  it('gives every argument back as it was', () => {
    fc.assert(
      fc.property(fc.array(trickyText, { maxLength: 4 }), (args) => {
        const commandLine = ['microsip.exe', ...args.map(quoteWindowsArgument)].join(' ');
        assert.deepEqual(commandLineToArgv(commandLine), ['microsip.exe', ...args]);
      }),
      { numRuns: 20_000 },
    );
  });

  it('gives every program back as it was', () => {
    fc.assert(
      fc.property(
        trickyText.map((text) => text.replaceAll('"', '')).filter((text) => text !== ''),
        trickyText,
        (program, argument) => {
          const commandLine = `${quoteWindowsProgram(program)} ${quoteWindowsArgument(argument)}`;
          assert.deepEqual(commandLineToArgv(commandLine), [program, argument]);
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it('leaves alone what needs no quotes, because MicroSIP compares some command lines unquoted (facts A.1)', () => {
    for (const tail of ['/exit', '/hangupall', 'msip:hold', '+14155552671', 'sip:bob@example.com;x=1?A=b']) {
      assert.equal(quoteWindowsArgument(tail), tail);
    }
  });

  it('quotes as the examples of the Windows documentation', () => {
    assert.equal(quoteWindowsArgument(''), '""');
    assert.equal(quoteWindowsArgument('a b'), '"a b"');
    assert.equal(quoteWindowsArgument('a\\b'), 'a\\b');
    assert.equal(quoteWindowsArgument('a b\\'), '"a b\\\\"');
    assert.equal(quoteWindowsArgument('a"b'), '"a\\"b"');
    assert.equal(quoteWindowsArgument('a\\"b'), '"a\\\\\\"b"');
  });

  it('refuses a program that no command line can name', () => {
    for (const program of ['', 'C:\\a"b.exe', 'a\0.exe']) {
      assert.throws(() => quoteWindowsProgram(program), { code: 'INVALID_ARGUMENT' });
    }
  });

  it('refuses a NUL, at which Windows would cut', () => {
    assert.throws(() => quoteWindowsArgument('101\x00102'), { code: 'INVALID_ARGUMENT' });
  });
});
