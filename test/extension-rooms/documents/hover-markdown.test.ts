import assert from 'node:assert/strict';

import fc from 'fast-check';
import { checkTarget } from 'microsip-sdk/target';

import { hoverMarkdown } from '../../../extension/src/documents/hover-markdown.ts';
import type { Dialable } from '../../../extension/src/numbers/dialable.ts';
import { findDialable } from '../../../extension/src/numbers/find-dialable.ts';
import { originOf } from '../../../extension/src/numbers/number-origin.ts';
import { english } from '../../support/extension/english.ts';

async function hoverOf(dialable: Dialable): Promise<string> {
  const { check } = dialable;
  const origin = check.ok ? await originOf(check.target, 'DE', 'en') : undefined;
  return hoverMarkdown(dialable, origin, english);
}

async function hoverIn(text: string): Promise<string> {
  const [dialable] = (await findDialable(text, { region: 'DE' })).found;
  assert.ok(dialable !== undefined);
  return hoverOf(dialable);
}

/** What a person reads. */
function read(markdown: string): string[] {
  return markdown
    .split('\n\n')
    .map((line) => line.replaceAll(/\]\(command:[^)]*\)/gu, ']').replaceAll(/\\(.)/gu, '$1'));
}

describe('the hover of a number', () => {
  it('tells whose it is and what is dialled, and offers to dial and to copy it', async () => {
    assert.deepEqual(read(await hoverIn('Zentrale: 030/23125 100')), [
      '**+49 30 23125100 · Germany**',
      '$(call-outgoing) MicroSIP dials 03023125100',
      '[Dial] | [Copy +49 30 23125100]',
    ]);
  });

  it('tells of a link what is called, with the keys that are sent', async () => {
    assert.deepEqual(read(await hoverIn('sip:ada@example.com,12')), [
      '$(call-outgoing) MicroSIP dials sip:ada@example.com, 12',
      '[Dial] | [Copy sip:ada@example.com, 12]',
    ]);
  });

  it('says what becomes of the text on the way', async () => {
    const lines = read(await hoverIn('+49 (0)30 23125 100'));
    assert.match(lines[2] ?? '', /^\$\(warning\) .*\(0\)/u);
  });

  it('says why something is not dialled, and offers nothing', async () => {
    const markdown = await hoverIn('sips:ada@example.com');
    assert.match(read(markdown)[0] ?? '', /^\$\(circle-slash\) .*encryption/u);
    assert.doesNotMatch(markdown, /command:/u);
  });

  it('hands the written text to the command', async () => {
    const link = /\(command:_microsip\.dialWritten\?(?<query>[^)]*)\)/u.exec(
      await hoverIn('tel:+49%2030-1234567'),
    );
    assert.deepEqual(JSON.parse(decodeURIComponent(link?.groups?.['query'] ?? '')), [
      { text: 'tel:+49%2030-1234567', origin: 'document' },
    ]);
  });

  it('has no mark of Markdown and no icon but its own, whatever is written', () =>
    fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string(),
          fc.stringMatching(/^[\w$()!~*'&=+,;?/.-]{1,60}$/u).map((user) => `sip:${user}@host.example`),
          fc.string().map((user) => `sip:${user}`),
        ),
        async (text) => {
          const check = checkTarget(text);
          const place = { kind: 'link', start: 0, end: text.length, text } as const;
          const markdown = await hoverOf({ ...place, check, region: undefined, international: undefined });
          const others = markdown
            .replaceAll(/^\$\((?:call-outgoing|warning|circle-slash)\) /gmu, '')
            .replaceAll(/\]\(command:[\w.?%-]*\)/gu, '')
            .replaceAll(/\\[!-/:-@[-`{-~]/gu, '')
            .replaceAll(/^\[| \| \[/gmu, '');
          assert.doesNotMatch(others.replaceAll('**', ''), /[[\]()<>`*_#\\$~|]/u);
          assert.ok(markdown.split('\n\n').every((line) => !line.includes('\n')));
        },
      ),
      { numRuns: 300 },
    ));
});
