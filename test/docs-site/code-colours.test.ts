import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import { coloursOfProgram } from '../../docs-site/code-blocks/colours-of-program.mts';
import {
  readColourRuns,
  writeColourRuns,
  type CodeColour,
  type CodePiece,
} from '../../docs-site/src/code-block/colour-runs.ts';

/** What WCAG asks of text that people are to read. */
const enough = 4.5;

const css = readFileSync(path.join(import.meta.dirname, '../../docs-site/src/css/code-colours.css'), 'utf8');
const colours = ['comment', 'keyword', 'name', 'punctuation', 'text', 'value'] as const;

for (const [name, selector] of Object.entries({ light: ':root', dark: "[data-theme='dark']" })) {
  describe(`the colours of programs, ${name}`, () => {
    const start = css.indexOf(`${selector} {`);
    const rules = css.slice(start, css.indexOf('}', start));
    const valueOf = (colour: string): string =>
      new RegExp(`--code-${colour}: (?<value>\\S+);`, 'u').exec(rules)?.groups?.['value'] ?? '';

    for (const colour of ['plain', ...colours]) {
      it(`can be read: ${colour}`, () => {
        const ratio = contrast(valueOf(colour), valueOf('background'));
        assert.ok(ratio >= enough, `${valueOf(colour)} on ${valueOf('background')}: ${ratio.toFixed(2)}`);
      });
    }
  });
}

describe('the colours of a program', () => {
  for (const colour of colours) {
    it(`have a class of the style sheet: ${colour}`, () => {
      assert.ok(css.includes(`.code-${colour} {\n  color: var(--code-${colour});`));
    });
  }

  it('are found in its words', () => {
    const program = 'const phone = 1; // one\n\nphone.dial("2");';
    assert.deepEqual(readColourRuns(program, coloursOfProgram(program, 'ts')), [
      [
        { text: 'const', colour: 'keyword' },
        { text: ' phone ' },
        { text: '= ', colour: 'punctuation' },
        { text: '1', colour: 'value' },
        { text: '; ', colour: 'punctuation' },
        { text: '// one', colour: 'comment' },
      ],
      [],
      [
        { text: 'phone' },
        { text: '.', colour: 'punctuation' },
        { text: 'dial', colour: 'name' },
        { text: '(', colour: 'punctuation' },
        { text: '"2"', colour: 'text' },
        { text: ');', colour: 'punctuation' },
      ],
    ]);
  });

  it('are those of what a word stands in, unless it has one of its own', () => {
    assert.equal(coloursOfProgram('echo "a $HOME"', 'bash'), 'n5t3v5t1');
  });

  it('are none in a language that is not known', () => {
    assert.throws(() => coloursOfProgram('10 GOTO 10', 'no-such-language'), /no-such-language/u);
  });

  it('leave its text as it is, each line of its own', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const code = all.map(({ text }) => text).join('');
        const lines = readColourRuns(code, writeColourRuns(all));
        assert.equal(lines.map((line) => line.map(({ text }) => text).join('')).join('\n'), code);
        assert.ok(lines.flat().every(({ text }) => text !== '' && !text.includes('\n')));
      }),
    );
  });

  it('are the same after they were written down, but of white space', () => {
    fc.assert(
      fc.property(pieces, (all) => {
        const code = all.map(({ text }) => text).join('');
        assert.deepEqual(
          coloursOfCharacters(readColourRuns(code, writeColourRuns(all)).flat()),
          coloursOfCharacters(all),
        );
      }),
    );
  });
});

const pieces: fc.Arbitrary<readonly CodePiece[]> = fc.array(
  fc.record(
    {
      text: fc.stringMatching(/^[\w\n \u{1F4DE}ü]{1,9}$/u),
      colour: fc.constantFrom<CodeColour>(...colours),
    },
    { requiredKeys: ['text'] },
  ),
);

/** Each character that can be seen, with its colour. */
function coloursOfCharacters(all: readonly CodePiece[]): readonly string[] {
  return all.flatMap(({ colour, text }) =>
    Array.from(text.replaceAll(/\s/gu, ''), (character) => `${character} ${colour ?? 'plain'}`),
  );
}

/** How much two colours differ in brightness, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted(
    (left, right) => right - left,
  );
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  assert.match(colour, /^#[\da-f]{6}$/u);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
