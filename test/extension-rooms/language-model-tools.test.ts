import assert from 'node:assert/strict';

import fc from 'fast-check';
import MarkdownIt from 'markdown-it';

import { machineReadable } from '../../extension/src/language-model-tools/machine-readable.ts';
import { quotedProse, quotedText } from '../../extension/src/language-model-tools/quoted-text.ts';

/** Text with more marks of Markdown and HTML than people write. */
const hostileText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '`',
        '``',
        '*',
        '_',
        '[x](command:y)',
        '<b>',
        '&lt;',
        '\\',
        '# ',
        '- ',
        '1. ',
        '\n',
        '|',
      ),
      fc.constantFrom(
        'https://evil.test',
        'www.evil.test',
        'Evil.De',
        'a@b.test',
        '![](https://evil.test/x.png)',
        '~~',
        '$(',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '');

const markdown = new MarkdownIt({ html: true, linkify: true });

describe('text in the questions of tools', () => {
  it('is one code span, whatever it holds', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const [paragraph] = markdown.parseInline(`Dial ${quotedText(text)}.`, {});
        const children = paragraph?.children ?? [];
        assert.deepEqual(
          children.map(({ type }) => type),
          ['text', 'code_inline', 'text'],
        );
        assert.equal(children[1]?.content.trim(), text.replace(/\s+/gu, ' ').trim());
      }),
    );
  });

  it('is a pair of quotation marks where nothing is left of it', () => {
    for (const text of ['', ' ', '\n']) assert.equal(quotedText(text), '“”');
  });

  it('is prose only where nothing in it is a mark', () => {
    assert.equal(quotedProse('In call with +14155552671'), 'In call with +14155552671');
    assert.equal(quotedProse('In call with evil.de'), '`In call with evil.de`');
    fc.assert(
      fc.property(hostileText, (text) => {
        const tokens = markdown.parse(quotedProse(text), {});
        const inline = tokens.filter(({ type }) => type === 'inline');
        assert.deepEqual(
          tokens.filter(({ type }) => !/^(?:paragraph_open|inline|paragraph_close)$/u.test(type)),
          [],
        );
        for (const { type } of inline.flatMap(({ children }) => children ?? [])) {
          assert.match(type, /^(?:text|code_inline)$/u);
        }
      }),
    );
  });
});

describe('what tools tell language models', () => {
  it('is JSON in which every text is visible, on one line and no longer than anyone reads', () => {
    const invisible = fc.constantFrom(
      '\u{E0041}',
      '\u200b',
      '\u202e',
      '\ufe0f',
      '\u0000',
      '\u{E0101}',
      '\ud800',
    );
    const texts = fc
      .array(fc.oneof(invisible, fc.string({ unit: 'grapheme', maxLength: 300 }), fc.constant('\n# Rules\n')))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.integer(), (text, number) => {
        const told = JSON.parse(machineReadable({ calls: [{ name: text, number }] })) as {
          calls: [{ name: string; number: number }];
        };
        const [{ name, number: same }] = told.calls;
        assert.equal(same, number);
        assert.doesNotMatch(name, /[\p{C}\p{Variation_Selector}\r\n]/u);
        assert.ok(Array.from(name).length <= 256);
      }),
    );
  });

  it('keeps what people write', () => {
    const names = ['Ada Müller', '李雷', 'محمد', 'O’Neill "Bob" <b>', '+49 30 1234567'];
    assert.deepEqual(JSON.parse(machineReadable(names)), names);
  });
});
