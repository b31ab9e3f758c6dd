import assert from 'node:assert/strict';

import fc from 'fast-check';
import MarkdownIt from 'markdown-it';

import {
  linkAddresses,
  linkNumbers,
  type PhoneLinkOptions,
} from '../../../extension/src/markdown-preview/phone-links.ts';
import { findDialableNow } from '../../../extension/src/numbers/find-dialable.ts';
import { loadPhoneNumberLibrary } from '../../../extension/src/numbers/phone-number-library.ts';

const options: PhoneLinkOptions = {
  find: (text, kinds) => findDialableNow(text, { kinds, region: 'DE' })?.found ?? [],
  href: (text) => `dial:${encodeURIComponent(text)}`,
  title: (check) => (check.ok ? `Dial ${check.target.commandLine}` : check.error.refusal),
};

/** As VS Code's preview sets it up. */
function preview(): MarkdownIt {
  const markdown = new MarkdownIt({ html: true, linkify: true });
  markdown.linkify.set({ fuzzyLink: false });
  markdown.core.ruler.before('linkify', 'addresses', (state) => linkAddresses(state, options));
  markdown.core.ruler.push('numbers', (state) => linkNumbers(state, options));
  return markdown;
}

/** What is linked in Markdown: the text of each link of this extension. */
function linked(markdown: string): string[] {
  return [
    ...preview()
      .render(markdown)
      .matchAll(/<a href="dial:([^"]*)"[^>]*>/gu),
  ].map(([, text]) => decodeURIComponent(text ?? ''));
}

describe('phone links in Markdown', () => {
  before(async () => {
    await loadPhoneNumberLibrary();
  });

  it('are made of numbers in the text, with what is dialled as their tooltip', () => {
    assert.equal(
      preview().render('Call +49 30 123456 now'),
      '<p>Call <a href="dial:%2B49%2030%20123456" title="Dial +4930123456">+49 30 123456</a> now</p>\n',
    );
  });

  const cases: readonly (readonly [markdown: string, ...links: string[]])[] = [
    ['Write to sip:ada@example.com or tel:+4930123456.', 'sip:ada@example.com', 'tel:+4930123456'],
    ['[call us](tel:+4930123456) and <sip:ada@example.com>', 'tel:+4930123456', 'sip:ada@example.com'],
    ['[secure](sips:ada@example.com)', 'sips:ada@example.com'],
    ['[Skype][1]\n\n[1]: callto:ada.lovelace', 'callto:ada.lovelace'],
    ['# Hotline 030 123456', '030 123456'],
    ['| Who | Phone |\n|---|---|\n| Ada | 030 123456 |', '030 123456'],
    ['- **030 123456**\n- *+1 (415) 555-2671*', '030 123456', '+1 (415) 555-2671'],
    ['030 123456 or\n030 654321', '030 123456', '030 654321'],
    ['> \\+49 30 123456', '+49 30 123456'],
    ['tel:+49\\-30\\-123456', 'tel:+49-30-123456'],
    ['\\(030\\) 123456, 030 654321', '(030) 123456', '030 654321'],
  ];
  for (const [markdown, ...links] of cases) {
    it(`are there in ${JSON.stringify(markdown)}`, () => {
      assert.deepEqual(linked(markdown), links);
    });
  }

  for (const markdown of [
    '`030 123456` and ``tel:101``',
    '```\n030 123456\n```',
    '    030 123456',
    '<code>030 123456</code>, <kbd>tel:101</kbd>, <a href="https://example.com">030 123456</a>',
    '<a href="https://example.com"></code>030 123456</a>',
    '<div>030 123456</div>',
    '[030 123456](https://example.com/)',
    '[see **030 123456** there](https://example.com/)',
    '![030 123456](phone.png)',
    'https://example.com/030-123456 and ada+49301234567@example.com',
    'ISBN 978-3-16-148410-0, 2026-11-23, v1.2.3, 10.0.0.1',
    '**ISBN** 9783161484100',
    // A part of a number is another number.
    '+49 30 **123456**',
    '+49 30 `123456`',
    'tel:+49**30123**',
    '[me](tel:none) [x](javascript:alert(1)) [y](mailto:ada@example.com) [z](tel:+49%00)',
  ]) {
    it(`are not there in ${JSON.stringify(markdown)}`, () => {
      assert.deepEqual(linked(markdown), []);
    });
  }

  it('leave the links that are there as they are', () => {
    const markdown =
      'https://example.com/ [a](b.md "030 123456") ada@example.com [x](mailto:ada@example.com)';
    assert.equal(preview().render(markdown), new MarkdownIt({ html: true, linkify: true }).render(markdown));
  });

  it('say why one is not dialled that MicroSIP refuses', () => {
    assert.match(
      preview().render('sips:ada@example.com'),
      /title="secure-scheme">sips:ada@example.com<\/a>/u,
    );
  });

  it('keep the tooltip that the author of a link gave it', () => {
    assert.match(
      preview().render('[us](tel:101 "Reception")'),
      /<a href="dial:tel%3A101" title="Reception">/u,
    );
  });

  it('show the same text as without them, and nest in nothing, whatever stands in the document', () => {
    const part = fc.constantFrom(
      ...['030 123456', '+49 30 123456', 'tel:+4930123456', 'sip:a@b.test', '(030) 123456', '101', '49'],
      ...[
        '*',
        '**',
        '_',
        '`',
        '``',
        '~~',
        '\\',
        '\\+',
        '&amp;',
        '&#48;',
        '<',
        '>',
        '"',
        "'",
        '!',
        '|',
        ' ',
        '\n',
        '\n\n',
      ],
      ...[
        '<a href="x">',
        '</a>',
        '<code>',
        '</code>',
        '<b>',
        '<!--',
        '-->',
        '[',
        ']',
        '](',
        ')',
        '](tel:101)',
        '](x)',
      ],
      ...[
        'https://example.com/',
        'ada@example.com',
        'ISBN ',
        '\u202e',
        '\u0000',
        '\ud800',
        '```\n',
        '    ',
        '# ',
        '- ',
      ],
    );
    const plain = new MarkdownIt({ html: true, linkify: false });
    const ours = new MarkdownIt({ html: true, linkify: false });
    ours.core.ruler.before('linkify', 'addresses', (state) => linkAddresses(state, options));
    ours.core.ruler.push('numbers', (state) => linkNumbers(state, options));
    const phoneLink = /<a href="(?:dial|tel|sips?|callto):[^"<>]*"[^<>]*>/gu;
    const withoutLinks = (html: string): string => html.replaceAll(phoneLink, '').replaceAll('</a>', '');
    const nestedLinks = (html: string): number =>
      html.replaceAll(phoneLink, '<a phone>').match(/<a phone>(?:(?!<\/a>)[^])*?<a phone>/gu)?.length ?? 0;
    let links = 0;
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const markdown = parts.join('');
        const html = ours.render(markdown);
        const plainHtml = plain.render(markdown);
        assert.equal(withoutLinks(html), withoutLinks(plainHtml));
        assert.equal(nestedLinks(html), nestedLinks(plainHtml));
        links += html.match(phoneLink)?.length ?? 0;
      }),
      { numRuns: 3000 },
    );
    assert.ok(links > 100, `${links} links`);
  });

  it('take a time that grows with the document, not with its square', () => {
    const line = '030 123456 \\_ '.repeat(20_000);
    assert.equal(linked(line).length, 20_000);
  });
});
