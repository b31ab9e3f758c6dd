import assert from 'node:assert/strict';

import fc from 'fast-check';
import { checkTarget, parseTarget } from 'microsip-sdk/target';

import { dialQuestion, type DialQuestion } from '../../../extension/src/dialling/dial-question.ts';
import type { DialOrigin } from '../../../extension/src/dialling/dial-request.ts';
import { dialledText } from '../../../extension/src/dialling/dialled-text.ts';
import { originOf } from '../../../extension/src/numbers/number-origin.ts';
import { english } from '../../support/extension/english.ts';

async function questionFor(text: string, origin: DialOrigin = 'document'): Promise<DialQuestion> {
  const target = parseTarget(text);
  return dialQuestion({ text, origin }, target, await originOf(target, 'DE', 'en'), english);
}

/** All that a person reads of what would be dialled. */
function shownTarget({ choices }: DialQuestion): string {
  return choices
    .filter(({ answer, label }) => answer === 'dial' || label.startsWith('… '))
    .map(({ label }) => label.replace(/^\$\(call-outgoing\) Dial |^… /u, '').replace(/ …$/u, ''))
    .join('');
}

describe('the question before dialling', () => {
  it('shows what is dialled, whose number that is, and how it is written', async () => {
    const { title, placeholder, choices } = await questionFor('030/23125 100');
    assert.equal(title, 'Dial with MicroSIP?');
    assert.equal(placeholder, 'In the document: 030/23125 100');
    assert.deepEqual(choices[0], {
      answer: 'dial',
      label: '$(call-outgoing) Dial 03023125100',
      description: '+49 30 23125100 · Germany',
    });
    assert.deepEqual(
      choices.map(({ answer }) => answer),
      ['dial', 'do-not-dial', 'dial-always'],
    );
  });

  it('shows the keys that are sent, and what becomes of the text on the way', async () => {
    const { choices } = await questionFor('+49 (0)30 23125100,12#');
    assert.match(choices[0]?.label ?? '', /Dial \+493023125100, 12#$/u);
    assert.match(choices[0]?.detail ?? '', /^\$\(warning\) .*\(0\)/u);
  });

  it('says nothing of a country where none is known', async () => {
    for (const text of ['101', '*97', 'sip:ada@example.com', '0123']) {
      assert.equal((await questionFor(text)).choices[0]?.description, undefined, text);
    }
  });

  it('does not dial by Enter, nor offers to ask no more, when a link from outside wants it', async () => {
    const { title, choices } = await questionFor('tel:+4930123456', 'link');
    assert.match(title, /outside/u);
    assert.deepEqual(
      choices.map(({ answer }) => answer),
      ['do-not-dial', 'dial'],
    );
  });

  it('shows a long address to its end', async () => {
    const text = `sip:${'trusted.'.repeat(15)}@evil.example;a=b?Subject=hello`;
    const question = await questionFor(text, 'link');
    assert.ok(question.choices.length > 3);
    assert.equal(shownTarget(question), dialledText(parseTarget(text)));
    assert.match(shownTarget(question), /@evil\.example/iu);
  });

  it('shows everything that is dialled and no icon of another, whatever is written', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^[\w$()!~*'&=+,;?/.-]{1,150}$/u).map((user) => `sip:${user}@host.example`),
          fc.stringMatching(/^\+?[\d ()/-]{1,30}$/u),
        ),
        async (text) => {
          const check = checkTarget(text);
          if (!check.ok) return;
          const question = await questionFor(text, 'link');
          assert.equal(shownTarget(question).replaceAll('$ (', '$('), dialledText(check.target));
          for (const { label, description = '', detail = '' } of question.choices) {
            const own = /^\$\((?:call-outgoing|close|warning)\) /u;
            assert.doesNotMatch(label.replace(own, ''), /\$\(/u);
            assert.doesNotMatch(description + detail.replace(own, ''), /\$\(/u);
          }
        },
      ),
      { numRuns: 300 },
    ));
});

describe('whose number it is', () => {
  it('is told in the language of the user', async () => {
    const target = parseTarget('tel:+81-3-1234-5678');
    assert.deepEqual(await originOf(target, undefined, 'de'), {
      international: '+81 3 1234 5678',
      country: 'Japan',
    });
    assert.equal((await originOf(parseTarget('+49 30 23125100'), undefined, 'de'))?.country, 'Deutschland');
  });

  it('is no country for a number of none', async () => {
    const origin = await originOf(parseTarget('+800 1234 5678'), undefined, 'en');
    assert.deepEqual(origin, { international: '+800 1234 5678', country: undefined });
  });

  it('is not known without a region for what is written without a country code', async () => {
    for (const region of [undefined, 'XX']) {
      assert.equal(await originOf(parseTarget('030 23125100'), region, 'en'), undefined);
    }
  });
});
