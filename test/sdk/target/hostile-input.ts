import fc from 'fast-check';

/** Pieces that MicroSIP, RFC 3261 or RFC 3966 treat specially, or that people paste. */
const tokens = [
  ...[
    '/',
    ':',
    '%',
    ',',
    ';',
    '?',
    '@',
    '<',
    '>',
    '"',
    '&',
    '=',
    '+',
    '-',
    '.',
    '(',
    ')',
    '*',
    '#',
    ' ',
    '\\',
    '|',
  ],
  ...[
    '/account:',
    '/password:',
    '/transfer:',
    '/dtmf:',
    '/answer',
    '/exit',
    '/hangupall',
    '/resetnoask',
    '/minimized',
  ],
  ...['tel:', 'sip:', 'SIP:', 'sips:', 'callto:', 'dial:', 'dialpad:', 'msip:', 'MSIP:', 'http:', '//'],
  ...[
    '%20',
    '%2B',
    '%2b',
    '%2F',
    '%2Faccount%3A',
    '%252F',
    '%3A',
    '%2C',
    '%40',
    '%23',
    '%00',
    '%0A',
    '%C3%BC',
    '%E2%80%8B',
    '%zz',
  ],
  ...[
    '\n',
    '\r',
    '\t',
    '\0',
    '\u00ad',
    '\u200b',
    '\u200e',
    '\u200f',
    '\u202a',
    '\u202c',
    '\u202e',
    '\u2066',
    '\u2069',
    '\ufeff',
  ],
  ...[
    '\u00a0',
    '\u2009',
    '\u202f',
    '\u3000',
    '–',
    '−',
    '＋',
    '（',
    '）',
    '／',
    '：',
    '，',
    '٣',
    '５',
    '७',
    'ü',
    '日',
    '😀',
    '\ud800',
  ],
  ...[
    ';ext=5',
    ';isub=1',
    ';phone-context=pbx.test',
    ';postd=p1',
    ';transport=tls',
    ';transport',
    ';ttl=1',
    ';maddr=1.2.3.4',
    ';lr',
    ';user=phone',
    ';x=sip:y',
  ],
  ...['?X=1', '&Y=2', '?Subject=a+b', ',5', ',,1#', 'x5', ' ext. 7', '(0)', 'p3', 'FLOWERS'],
  ...[
    '1',
    '0',
    '101',
    '*97',
    '#31#',
    '+49',
    '+1',
    '030',
    '4155552671',
    '192.168.1.5',
    '127.0.0.1',
    '[2001:db8::1]',
    '[::1]',
  ],
  ...[
    'alice',
    'bob',
    'x',
    'pbx.test',
    'PBX.TEST',
    'localhost',
    'mysip',
    'example.com',
    '5060',
    ':5060',
    ':5070',
    'user',
    'a_b',
  ],
];

const hostileText = fc
  .array(fc.constantFrom(...tokens), { minLength: 1, maxLength: 7 })
  .map((parts) => parts.join(''));

const digits = fc.stringMatching(/^[0-9]{1,15}$/u);
const separator = fc.constantFrom('', '', '', ' ', '-', '.', '/', ') ', ' (', '\u00a0', ' – ', '%20');
const writtenNumber = fc
  .tuple(
    fc.constantFrom('', '', 'tel:', 'TEL://', 'callto:', 'dial:', 'sip:', '"N" <tel:'),
    fc.constantFrom('', '+', '(+', '*', '#', '00', '%2B', '＋'),
    fc.array(fc.tuple(fc.stringMatching(/^[0-9٠-٩]{1,4}$/u), separator), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '', '', ',5', ',,12#', ',', ';ext=77', ' x5', ';isub=1', '/', '?'),
  )
  .map(
    ([scheme, plus, groups, end]) =>
      `${scheme}${plus}${groups.flat().join('')}${end}${scheme.includes('<') ? '>' : ''}`,
  );

const user = fc.oneof(
  fc.constantFrom(
    'alice',
    '+4930123',
    '+49-30-1.2',
    '101',
    'a.b',
    'tel',
    'sip',
    '/x',
    '-x',
    'a%20b',
    '%2B49',
    '*97#',
    'a;b',
    'a,b',
  ),
  fc.stringMatching(/^[\w.!~*'()&=+$-]{1,8}$/u),
  digits,
);
const host = fc.oneof(
  fc.constantFrom(
    'pbx.test',
    'PBX.test',
    'x.test',
    '192.168.1.5',
    '[2001:db8::1]',
    '[2001:db8::2]',
    'mysip',
    'localhost',
    'a_b',
    '1.2.3',
  ),
  fc.stringMatching(/^[a-z0-9.-]{1,8}$/u),
);
const writtenAddress = fc
  .tuple(
    fc.constantFrom('', 'sip:', 'sip:', 'SIP://', 'callto:', '<sip:', '"N" <sip:', 'sip:sip:'),
    user,
    host,
    fc.constantFrom('', '', '', ':5060', ':5070', ':0', ':'),
    fc.array(
      fc.constantFrom(
        ';lr',
        ';user=phone',
        ';x=%2B1',
        ';x=sip:y',
        ';transport=tcp',
        ';Transport=TLS',
        ';transportx=1',
        ';y=[:1]',
        ';ttl=1',
      ),
      { maxLength: 2 },
    ),
    fc.constantFrom('', '', '', '?X=1', '?X=a%2Bb&Y=', '?Z=%3Btransport=tcp', '?X=a/account:1', '?Q=:sip:'),
    fc.constantFrom('', '', '', ',5', ',', ',1,2#', '/', ' hi'),
  )
  .map(
    ([scheme, name, domain, ...rest]) =>
      `${scheme}${name}@${domain}${rest.flat().join('')}${scheme.includes('<') ? '>' : ''}`,
  );

/** A text with one character put in, taken out or put twice. */
const damaged = fc
  .tuple(
    fc.oneof(writtenNumber, writtenAddress),
    fc.nat(60),
    fc.constantFrom('', '', ...tokens),
    fc.boolean(),
  )
  .map(([text, place, inserted, removes]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + inserted + text.slice(removes ? at + 1 : at);
  });

/** Whatever may be handed to a phone: what people write, what attackers write, and what is neither. */
export const anyInput: fc.Arbitrary<string> = fc.oneof(
  { arbitrary: hostileText, weight: 4 },
  { arbitrary: writtenNumber, weight: 2 },
  { arbitrary: writtenAddress, weight: 3 },
  { arbitrary: damaged, weight: 3 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 12 }), weight: 1 },
);
