import assert from 'node:assert/strict';

import fc from 'fast-check';
import MarkdownIt from 'markdown-it';

import { markdownText } from '../../extension/src/markdown-text.ts';

const markdown = new MarkdownIt({ html: true, linkify: true });

/** What a reader sees of it, and whether any of it is more than text and code. */
function read(text: string): { readonly kinds: ReadonlySet<string>; readonly content: string } {
  const tokens = markdown.parse(markdownText(text), {}).flatMap(({ children }) => children ?? []);
  return {
    kinds: new Set(tokens.map(({ type }) => type)),
    content: tokens.map(({ content }) => content).join(''),
  };
}

describe('the words of a report as Markdown', () => {
  it('show what stands in backticks as code', () => {
    const { kinds, content } = read('Give MicroSIP `101`, or use `microsip dial "101"`.');
    assert.deepEqual([...kinds], ['text', 'code_inline']);
    assert.equal(content, 'Give MicroSIP 101, or use microsip dial "101".');
  });

  it('show backticks that enclose no code as they are', () => {
    for (const text of ['a ` b', '``a``', 'a `` b', '` a `']) assert.equal(read(text).content, text);
  });

  it('are never more than text and code, whatever they quote', () => {
    const pieces = fc.constantFrom(
      '`',
      '``',
      '```',
      '[x](command:y)',
      '![i](a)',
      '<b>',
      '\\',
      '*',
      '_',
      '#',
      ' ',
      'a',
      '\n',
      'tel:1',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 14 }), (parts) => {
        const { kinds } = read(`x${parts.join('')}`);
        for (const kind of kinds) assert.ok(['text', 'text_special', 'code_inline'].includes(kind), kind);
      }),
      { numRuns: 3000 },
    );
  });
});
