import assert from 'node:assert/strict';

import { shownText } from '../../../docs-site/src/playground/session/shown-text.ts';

describe('text in the playground', () => {
  it('names what cannot be seen or turns the text around it', () => {
    assert.equal(shownText('101\u202E501\u200B\0'), '101⟨U+202E⟩501⟨U+200B⟩⟨U+0000⟩');
    assert.equal(shownText('\uD83D'), '⟨U+D83D⟩');
  });

  it('stays as it is otherwise', () => {
    assert.equal(shownText('Zoë 👋 <b>&amp;'), 'Zoë 👋 <b>&amp;');
  });

  it('leaves out the middle of what nobody reads, and not what is said about it', () => {
    const shown = shownText(`“${'x'.repeat(30_000)}” is dialled.`);
    assert.ok(shown.length < 700);
    assert.match(shown, /^“x+ … x+” is dialled\.$/u);
  });
});
