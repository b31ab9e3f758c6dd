import assert from 'node:assert/strict';
import vm from 'node:vm';

import { execa } from 'execa';
import fc from 'fast-check';

import { autohotkeyLiteral } from '../../../sdk/src/recipes/literals/autohotkey-literal.ts';
import { batchValue } from '../../../sdk/src/recipes/literals/batch-value.ts';
import { escapedLiteral } from '../../../sdk/src/recipes/literals/escaped-literal.ts';
import { htmlText } from '../../../sdk/src/recipes/literals/html-text.ts';
import { powershellLiteral } from '../../../sdk/src/recipes/literals/powershell-literal.ts';
import { pythonLiteral } from '../../../sdk/src/recipes/literals/python-literal.ts';
import { openBrowser } from '../../support/browser/open-browser.ts';
import { skipBecause } from '../../support/mocha/skip-because.ts';
import { providePython } from '../../support/recipes/recipe-runners.ts';
import {
  readAutohotkeyExpression,
  readBatchValue,
  readCsharpString,
  readPowershellExpression,
} from './literal-readers.ts';

/** Any text, lone surrogates included, with what quoting is about more often than by chance. */
const hostileTexts = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '"',
          "'",
          '`',
          '\\',
          '\\\\',
          '%',
          '%%',
          '%PATH%',
          '^',
          '!',
          '&',
          '|',
          '<',
          '>',
          '$(x)',
          '${x}',
          '{0}',
        ],
        ...['\n', '\r\n', '\t', '\0', '\u0001', '\u007F', '\u0085', '\u00A0', '\u2028', '\u2029', '\uFEFF'],
        ...[
          '‘',
          '’',
          '‚',
          '‛',
          '“',
          '”',
          'ü',
          'é',
          '😀',
          '\uD83D',
          '\uDE00',
          '\u202E',
          ' ;',
          ';',
          '::',
          ':::',
          '#',
        ],
        ...['"""', "'''", '*/', '//', '</a>', '&amp;', '\\u0041', '\\N{DASH}', '`n', 'C:\\Users\\x'],
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

/** That a literal of a text is ASCII, on one line, and is read as that text again. */
function isReadAgain(literalOf: (text: string) => string, read: (literal: string) => unknown): void {
  fc.assert(
    fc.property(hostileTexts, (text) => {
      const literal = literalOf(text);
      assert.match(literal, /^[ -~]*$/u);
      assert.equal(read(literal), text);
    }),
    { numRuns: 5000, examples: [[''], ['::'], [':'], ['a::b'], [':::: ;'], ['\0'], ["''"]] },
  );
}

describe('a literal of any text', () => {
  it('is read again by Python', async function () {
    this.timeout(300_000);
    const python = await providePython();
    if (!python.ok) skipBecause(this, python.reason);
    const texts = fc.sample(hostileTexts, 5000);
    const script = [
      'import ast, json, sys',
      'for line in sys.stdin:',
      '    print(json.dumps(ast.literal_eval(line.rstrip("\\n"))))',
    ].join('\n');
    const input = texts.map((text) => `${pythonLiteral(text)}\n`).join('');
    assert.match(input, /^[ -~\n]*$/u);
    const { stdout } = await execa(python.value, ['-c', script], { input, timeout: 60_000 });
    assert.deepEqual(
      stdout.split('\n').map((line) => JSON.parse(line) as unknown),
      texts,
    );
  });

  it('is read again by JavaScript', () => {
    isReadAgain(escapedLiteral, (literal) => vm.runInNewContext(literal));
  });

  it('is read again by C#', () => {
    isReadAgain(escapedLiteral, readCsharpString);
  });

  it('is read again by PowerShell', () => {
    isReadAgain(powershellLiteral, readPowershellExpression);
  });

  it('is read again by AutoHotkey, and makes no line a hotkey or a comment', () => {
    isReadAgain(autohotkeyLiteral, readAutohotkeyExpression);
    fc.assert(
      fc.property(hostileTexts, (text) => {
        const literal = autohotkeyLiteral(text);
        assert.ok(!literal.includes('::'), literal);
        assert.doesNotMatch(literal, /[ \t];/u);
      }),
    );
  });

  it('is read again by cmd, or refused', () => {
    let said = 0;
    fc.assert(
      fc.property(fc.oneof(hostileTexts, fc.string({ maxLength: 20 })), (text) => {
        let value;
        try {
          value = batchValue(text, 'this');
        } catch (error) {
          assert.equal((error as { code?: unknown }).code, 'INVALID_ARGUMENT');
          assert.match(text, /[^ !#-~]/u);
          return;
        }
        said++;
        assert.equal(readBatchValue(value), text);
      }),
      { numRuns: 3000 },
    );
    assert.ok(said > 300, `only ${said} could be said`);
  });

  it('is read again by a browser, in an attribute and as text', async function () {
    this.timeout(120_000);
    const browser = await openBrowser(this);
    try {
      // HTML has no NUL, no lone surrogates and one line end, and reads C1 controls as Windows-1252.
      const unsayable = /[\0\r\u0080-\u009F\uFDD0-\uFDEF]|\p{Cs}/gu;
      const texts = fc.sample(hostileTexts, 3000).map((text) => text.replaceAll(unsayable, ''));
      const html = texts.map((text) => `<a href="${htmlText(text)}">${htmlText(text)}</a>`).join('');
      assert.match(html, /^[ -~]*$/u);
      const page = await browser.newPage();
      await page.setContent(html);
      const read: unknown = await page.evaluate(
        '[...document.querySelectorAll("a")].map((a) => [a.getAttribute("href"), a.textContent])',
      );
      assert.deepEqual(
        read,
        texts.map((text) => [text, text]),
      );
    } finally {
      await browser.close();
    }
  });
});
