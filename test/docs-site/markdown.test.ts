import assert from 'node:assert/strict';

import { code, table, text } from '../../docs-site/reference/markdown.mts';

describe('Markdown of the reference', () => {
  it('keeps code and makes everything else plain', () => {
    assert.equal(
      text('Write `/dtmf:<digits>`, not <b> or [x](y) or a_b*'),
      'Write `/dtmf:<digits>`, not \\<b\\> or \\[x\\](y) or a\\_b\\*',
    );
  });

  it('takes a lone backtick for what it is', () => {
    assert.equal(text('a ` b'), 'a \\` b');
  });

  it('fences code that has backticks', () => {
    assert.equal(code('a`b'), '`` a`b ``');
  });

  it('keeps a bar from ending a cell', () => {
    assert.equal(table(['a'], [['x | y']]), '| a |\n| --- |\n| x \\| y |');
  });
});
