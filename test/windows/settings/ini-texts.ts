import fc from 'fast-check';

/** MicroSIP's longest value, and one over; and one that no line of an ini is ever as long as. */
const lengths = [253, 254, 255, 256, 257, 300, 5000];

function long(length: number): string {
  return 'x'.repeat(length);
}

/** Names as people, programs and accidents write them. */
const sectionNames = [
  ...[
    'Settings',
    'settings',
    'SETTINGS ',
    ' Account1',
    'Account1',
    'ACCOUNT1',
    'A',
    'Set tings',
    '"A"',
    'A;b',
    'A=b',
  ],
  ...['Settings]', '[Settings', 'ä', long(300)],
];
const keyNames = [
  ...[
    'a',
    'A',
    'key',
    'KEY',
    'Key ',
    'b c',
    'b  c',
    'ä',
    'x[y',
    ']',
    '[z',
    '"a"',
    'a.b',
    '\u00a0',
    '\u0001',
    long(300),
  ],
];

/** Values with everything in them that has or seems to have a meaning. */
const values = [
  ...[
    '1',
    '',
    '0',
    'C:\\ev.exe end',
    ' sp ',
    '\ttab\t',
    'a=b',
    '=',
    '==',
    '; c',
    'v ; c',
    '[x]',
    '[Settings]',
  ],
  ...[
    '"q"',
    "'q'",
    '"q',
    'q"',
    `"q'`,
    `'q"`,
    '""',
    "''",
    '"',
    "'",
    '"""',
    '"" ',
    ' " ',
    '" x "',
    '"\t"',
    '"a" b',
    'a "b"',
  ],
  ...['""C:\\My Tools\\ev.exe" end"', '"C:\\My Tools\\ev.exe"', '"a"="b"'],
  ...[
    'ä',
    'ü ß',
    '\u00a0n\u00a0',
    '\u007f',
    '\u0001\u0002',
    'a\u000bb',
    'v\u000c',
    'v\u001a',
    '\u001av',
    'a\u001ab',
  ],
  ...lengths.flatMap((length) => [
    long(length),
    `"${long(length)}"`,
    `  ${long(length)}  `,
    `"${long(length)}" `,
  ]),
];

/** What code page 1252 has no letter for. */
const foreignValues = [
  '\u200b',
  '\u2028',
  '\u3000v',
  '\u0085',
  '\ufeffv',
  'Жанна',
  '张伟',
  '\u{1f600}',
  '\ud83d',
];

const lineEnds = [
  '\r\n',
  '\r\n',
  '\r\n',
  '\n',
  '\r',
  '\r\r\n',
  '\n\n',
  '\n\r',
  '\u001a\r\n',
  '\u000b\r\n',
  '\t\n',
];

/** A question for the value of a key, and the room for the answer in characters. */
export interface ValueQuestion {
  readonly section: string;
  readonly key: string;
  readonly limit: number;
}

/** How the file of an ini text is encoded; `ansi` is code page 1252. */
export type IniFileEncoding = 'utf-16le' | 'ansi';

/** One change of a file. */
export type Change =
  | { readonly change: 'set'; readonly section: string; readonly key: string; readonly value: string }
  | { readonly change: 'remove'; readonly section: string; readonly key: string }
  | { readonly change: 'remove-section'; readonly section: string }
  | {
      readonly change: 'replace-section';
      readonly section: string;
      readonly entries: readonly (readonly [string, string])[];
    };

function valueIn(encoding: IniFileEncoding): fc.Arbitrary<string> {
  return fc.constantFrom(...values, ...(encoding === 'ansi' ? [] : foreignValues));
}

/** Any line that an ini may have, those that are none included. */
function lineIn(encoding: IniFileEncoding): fc.Arbitrary<string> {
  const section = fc.constantFrom(...sectionNames);
  const key = fc.constantFrom(...keyNames);
  const value = valueIn(encoding);
  const common = fc.constantFrom('a', 'key');
  return fc.oneof(
    { arbitrary: fc.constantFrom('[Settings]', '[Account1]'), weight: 2 },
    { arbitrary: fc.tuple(common, value).map(([name, text]) => `${name}=${text}`), weight: 4 },
    section.map((name) => `[${name}]`),
    section.map((name) => `  [ ${name}\t] tail`),
    section.map((name) => `[${name}] ; x]`),
    section.map((name) => `[${name}`),
    fc.tuple(key, value).map(([name, text]) => `${name}=${text}`),
    fc.tuple(key, value).map(([name, text]) => ` ${name}\t = ${text}`),
    key,
    fc.constantFrom(
      '; comment',
      ';a=1',
      ' ;key=2',
      '# a=1',
      '',
      '   ',
      '\t',
      '=v',
      ']',
      '[]',
      '[ ]',
      '\u00a0k=1',
      '\u001a',
    ),
  );
}

/** Characters that mean something, in any order. */
const soup = fc
  .array(
    fc.constantFrom(
      ...['[', ']', '=', ';', ' ', '\t', '\r', '\n', '\r\n', '\u001a', '"', "'", 'a', 'A', 'key', 'ä'],
      ...['[Settings]\r\n', '\na=', '\n[Account1]', '\na\n', '\n;a=1\n', 'a=""'],
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

/** The text of a file, well-formed or not, with any line ends and with or without one at its end. */
export function iniText(encoding: IniFileEncoding): fc.Arbitrary<string> {
  const end = fc.constantFrom(...lineEnds);
  const lines = fc
    .array(fc.tuple(lineIn(encoding), end), { maxLength: 14 })
    .map((all) => all.flat().join(''));
  const last = fc.option(lineIn(encoding), { nil: '' });
  const made = fc
    .tuple(fc.constantFrom('[Settings]\r\n', '[Account1]\n', ''), lines, last)
    .map((all) => all.join(''));
  return fc.oneof(
    { arbitrary: made, weight: 4 },
    soup.map((text) => `[Settings]\r\n${text}`),
    soup,
  );
}

/** A text as MicroSIP and the profile functions themselves write it: nothing in it that a rewriting would tidy up. */
export const tidyIniText: fc.Arbitrary<string> = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom('Settings', 'Account1', 'Account2', 'Dialed', 'Büro'),
      comment: fc.constantFrom('', '; by hand\r\n'),
      entries: fc.uniqueArray(
        fc.record({
          key: fc.constantFrom('a', 'key', 'b c', '0', '1', 'cmdCallEnd', 'label'),
          value: fc.constantFrom(
            '',
            '1',
            '"q"',
            '""C:\\My Tools\\ev.exe" end"',
            'Жанна',
            'a=b',
            '[x]',
            'v ; c',
            long(300),
          ),
        }),
        { selector: ({ key }) => key, maxLength: 5 },
      ),
    }),
    { selector: ({ name }) => name, maxLength: 4 },
  )
  .map((sections) =>
    sections
      .map(({ name, comment, entries }) => {
        const lines = entries.map(({ key, value }) => `${key}=${value}\r\n`);
        return `[${name}]\r\n${entries.length > 0 ? comment : ''}${lines.join('')}`;
      })
      .join(''),
  );

/** A question for something that is often there. */
export const valueQuestion: fc.Arbitrary<ValueQuestion> = fc.record({
  section: fc.oneof(
    { arbitrary: fc.constantFrom('Settings', 'SETTINGS', 'Account1'), weight: 3 },
    fc.constantFrom(...sectionNames, ' Settings ', 'Set', 'missing', '[A', 'a'),
  ),
  key: fc.oneof(
    { arbitrary: fc.constantFrom('a', 'key', 'KEY'), weight: 3 },
    fc.constantFrom(...keyNames, ' a ', 'missing', '[Settings', '[A', '\u00a0k', ';a', '; comment', '# a'),
  ),
  // 255 as MicroSIP reads most, 511 codecs, 1023 shortcuts, 1040 account texts (facts D.4).
  limit: fc.oneof(
    { arbitrary: fc.constant(255), weight: 4 },
    fc.constantFrom(1, 2, 3, 254, 256, 511, 1023, 1040, 6000),
  ),
});

/** A change as the kit makes it: names and values that it does not refuse. */
export function changeIn(encoding: IniFileEncoding, names: 'any' | 'tidy'): fc.Arbitrary<Change> {
  const section =
    names === 'tidy'
      ? fc.constantFrom('Settings', 'settings', 'Account1', 'New')
      : fc.constantFrom('Settings', 'settings', 'Account1', 'A', 'New', 'A;b', 'Set tings');
  const key = fc.constantFrom('a', 'key', 'KEY', 'new', 'b c', 'cmdCallEnd');
  const value =
    names === 'tidy'
      ? fc.constantFrom('1', '', '"q"', 'a=b', '[x]', ';', '""C:\\My Tools\\ev.exe" end"', long(300))
      : valueIn(encoding).filter((text) => !/[\r\n]/u.test(text));
  const entries = fc.array(fc.tuple(fc.constantFrom('0', '1', '2', 'key'), value), {
    minLength: 1,
    maxLength: 4,
  });
  return fc.oneof(
    { arbitrary: fc.record({ change: fc.constant('set' as const), section, key, value }), weight: 6 },
    { arbitrary: fc.record({ change: fc.constant('remove' as const), section, key }), weight: 3 },
    fc.record({ change: fc.constant('remove-section' as const), section }),
    fc.record({ change: fc.constant('replace-section' as const), section, entries }),
  );
}
