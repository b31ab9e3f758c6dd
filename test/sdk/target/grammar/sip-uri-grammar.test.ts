import assert from 'node:assert/strict';

import fc from 'fast-check';
import { Grammar } from 'sip.js/lib/grammar/grammar.js';

import { readSipUri, type SipUri } from '../../../../sdk/src/target/grammar/sip-uri-grammar.ts';
import { TargetRefusedError } from '../../../../sdk/src/target/index.ts';

const numRuns = Number(process.env['TARGET_PROPERTY_RUNS'] ?? '100000');

/** What both parsers are asked for. */
interface Parts {
  readonly user: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly parameters: readonly (readonly [string, string | null])[];
  readonly headers: readonly (readonly [string, string])[];
}

function ours(text: string): SipUri | undefined {
  try {
    const uri = readSipUri(text);
    return uri.rest === '' ? uri : undefined;
  } catch (error) {
    if (error instanceof TargetRefusedError) return undefined;
    throw error;
  }
}

function sorted<Entry extends readonly [string, unknown]>(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted(([left], [right]) => Number(left > right) - Number(left < right));
}

/** sip.js decodes the user, and spells names of parameters and headers its own way. */
function partsOf(uri: SipUri): Parts {
  const password = uri.password === undefined ? '' : `:${uri.password}`;
  return {
    user: decodeURIComponent(`${uri.user}${password}`),
    host: uri.host,
    port: uri.port,
    parameters: sorted(
      uri.parameters.map(({ name, value }) => [name.toLowerCase(), value?.toLowerCase() ?? null] as const),
    ),
    // A header may stand twice; sip.js then keeps its values together.
    headers: sorted(uri.headers.map(({ name, value }) => [name.toLowerCase(), value] as const)),
  };
}

function partsBySipJs(text: string): Parts | undefined {
  const uri = Grammar.URIParse(`sip:${text}`);
  if (uri === undefined) return undefined;
  const headers: Readonly<Record<string, readonly string[]>> = uri.headers;
  return {
    user: uri.user ?? '',
    host: uri.host,
    port: uri.port ?? undefined,
    parameters: sorted(
      Object.entries(uri.parameters).map(([name, value]) => [name, value?.toLowerCase() ?? null] as const),
    ),
    headers: sorted(
      Object.entries(headers).flatMap(([name, values]) =>
        values.map((value) => [name.toLowerCase(), value] as const),
      ),
    ),
  };
}

const escape = fc.constantFrom('%20', '%C3%BC', '%3b', '%2C');
const word = (pattern: RegExp) =>
  fc
    .array(fc.oneof({ arbitrary: fc.stringMatching(pattern), weight: 4 }, escape), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join(''));
const host = fc.oneof(
  fc.constantFrom(
    'x',
    'pbx.test',
    'a-b.example.com',
    '192.0.2.1',
    '0.0.0.0',
    '[2001:db8::1]',
    '[::1]',
    '[1:2:3:4:5:6:7:8]',
    '[::ffff:192.0.2.1]',
    '[fe80::a:b]',
  ),
  fc.stringMatching(/^[a-z0-9]{1,3}(?:-[a-z0-9]{1,3})?\.[a-z][a-z0-9]{0,3}$/u),
);
const name = fc.stringMatching(/^[A-Za-z][\w.!~*-]{0,5}$/u);
const pair = fc.tuple(name, word(/^[\w.!~*'()[\]/:&+$-]{1,4}$/u));

const validUri = fc.record({
  user: word(/^[\w.!~*'()&=+$,;?/-]{1,5}$/u),
  host,
  port: fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined }),
  parameters: fc.uniqueArray(fc.oneof(pair, fc.tuple(name, fc.constant(undefined))), {
    maxLength: 3,
    selector: ([key]) => key.toLowerCase(),
  }),
  headers: fc.uniqueArray(fc.tuple(name, word(/^[\w.!~*'()[\]/?:+$-]{1,4}$/u)), {
    maxLength: 3,
    selector: ([key]) => key.toLowerCase(),
  }),
});

const uriPieces = fc
  .array(
    fc.constantFrom(
      ...[
        'a',
        'bob',
        '1',
        '0',
        '-',
        '.',
        ':',
        ';',
        '?',
        '&',
        '=',
        '@',
        '/',
        '%',
        '%41',
        '%zz',
        '+',
        ',',
        '[',
        ']',
        '(',
        '$',
        '!',
      ],
      ...[
        'x.test',
        '1.2.3.4',
        '[::1]',
        ':5060',
        ';lr',
        ';x=1',
        '?h=1',
        '&i=2',
        'bob@x',
        'a@1.2.3.4',
        ' ',
        '"',
        '<',
        'ü',
        '\\',
        '|',
        '^',
        '`',
        '{',
      ],
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((pieces) => pieces.join(''));

/** Where the grammars are meant to differ, or sip.js' is wrong. */
function isKnownDifference(text: string): boolean {
  return (
    // Nobody can be called without a user.
    !text.includes('@') ||
    // Written by people, and dialled by MicroSIP.
    /#|_/u.test(text) ||
    // RFC 3261 asks for a digit; and a port is a port.
    /:(?:$|[;?])|:0+(?:$|[;?])|:\d{6,}|:(?:6553[6-9]|655[4-9]\d|65[6-9]\d\d|6[6-9]\d{3}|[7-9]\d{4})/u.test(
      text,
    ) ||
    // RFC 3261 ends a label with a letter or digit, takes a dot at the end of a host name, and limits a label's length.
    /-(?:$|[;?:.])|[.@]-|\.(?:$|[;?:])/u.test(text.slice(text.lastIndexOf('@'))) ||
    // sip.js decodes the user, which may be no UTF-8; the target refuses such a user afterwards.
    !isUtf8(text) ||
    // A parameter must not stand twice (RFC 3261, section 19.1.1).
    hasTwice(text) ||
    // sip.js knows these parameters and asks for their own values.
    /;(?:transport|user|method|ttl|maddr|lr)/iu.test(text)
  );
}

function isUtf8(text: string): boolean {
  try {
    decodeURIComponent(text.replaceAll(/%(?![0-9a-f]{2})/giu, ''));
    return true;
  } catch {
    return false;
  }
}

function hasTwice(text: string): boolean {
  const names = [...text.slice(text.lastIndexOf('@')).matchAll(/;([^;?=]+)/gu)].map(([, key]) =>
    key?.toLowerCase(),
  );
  return new Set(names).size < names.length;
}

describe('the grammar of SIP URIs (RFC 3261, section 25.1)', function () {
  this.timeout(Math.max(120_000, numRuns));

  it('reads what was written into the parts it was written from', () => {
    fc.assert(
      fc.property(validUri, (parts) => {
        const port = parts.port === undefined ? '' : `:${parts.port}`;
        const parameters = parts.parameters.map(([key, value]) =>
          value === undefined ? `;${key}` : `;${key}=${value}`,
        );
        const headers = parts.headers.map(([key, value]) => `${key}=${value}`).join('&');
        const text = `${parts.user}@${parts.host}${port}${parameters.join('')}${headers === '' ? '' : '?'}${headers}`;
        assert.deepEqual(ours(text), {
          user: parts.user,
          password: undefined,
          host: parts.host,
          port: parts.port,
          parameters: parts.parameters.map(([key, value]) => ({ name: key, value })),
          headers: parts.headers.map(([key, value]) => ({ name: key, value })),
          rest: '',
        });
        if (!isKnownDifference(text))
          assert.deepEqual(partsOf(ours(text) ?? assert.fail()), partsBySipJs(text), text);
      }),
      { numRuns: numRuns / 10 },
    );
  });

  it('takes the URIs that sip.js takes, with the same parts, and no others', () => {
    let taken = 0;
    fc.assert(
      fc.property(uriPieces, (text) => {
        if (isKnownDifference(text)) return;
        const uri = ours(text);
        if (uri !== undefined) taken++;
        assert.deepEqual(uri && partsOf(uri), partsBySipJs(text), text);
      }),
      { numRuns },
    );
    assert.ok(taken > numRuns / 100, `only ${taken} were URIs at all`);
  });
});
