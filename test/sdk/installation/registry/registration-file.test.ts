import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import {
  formatRegistrationFile,
  parseRegistrationFile,
  registrationFileBytes,
  type RegistrationSection,
} from '../../../../sdk/src/installation/registry/registration-file.ts';
import { MicroSipError } from '../../../../sdk/src/microsip-error.ts';
import { keyName, registryValue, valueName } from '../../../support/sdk/registry-arbitraries.ts';
import { brokenValues, samplePath, sampleSubkey, sampleValues } from './samples/sample-key.ts';

const sections: fc.Arbitrary<RegistrationSection[]> = fc.array(
  fc
    .record({
      names: fc.array(keyName, { maxLength: 4 }),
      removed: fc.boolean(),
      values: fc.array(fc.tuple(valueName, fc.option(registryValue, { nil: undefined })), { maxLength: 5 }),
    })
    .map(({ names, removed, values }) => ({
      key: ['HKEY_CURRENT_USER', ...names].join('\\'),
      removed,
      values: removed ? [] : values,
    })),
  { maxLength: 5 },
);

/** As `regedit` of Windows 10 writes it: UTF-16 behind a byte order mark, lines of 80, line breaks in texts as they are. */
const regeditExport = `Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\Software\\Classes\\sip\\shell\\open\\command]
@="\\"C:\\\\Program Files\\\\MicroSIP\\\\microsip.exe\\" \\"%1\\""
"note"="first line
second [line]
\\"third\\"=4"
"folder"=hex(2):25,00,41,00,50,00,50,00,44,00,41,00,54,00,41,00,25,00,5c,00,4d,\\
  00,69,00,63,00,72,00,6f,00,53,00,49,00,50,00,00,00
"flags"=dword:80000001

[HKEY_CURRENT_USER\\Software\\Classes\\sip\\empty]

`.replaceAll('\n', '\r\n');

describe('a registration file', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(sections, (written) => {
        assert.deepEqual(parseRegistrationFile(formatRegistrationFile(written)), written);
        assert.deepEqual(parseRegistrationFile(registrationFileBytes(written)), written);
      }),
      { numRuns: 2000 },
    );
  });

  it('of any content is read without failing', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '[',
        ']',
        '[-',
        '"',
        '\\',
        '=',
        '-',
        '@',
        '\r\n',
        'hex:',
        'hex(2):',
        '00,',
        'dword:',
        'str(',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const read = parseRegistrationFile(`Windows Registry Editor Version 5.00\r\n${pieces.join('')}`);
        assert.ok(Array.isArray(read));
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps what is whole of one that was cut off', () => {
    const whole = formatRegistrationFile([
      {
        key: 'HKEY_CURRENT_USER\\Software\\A',
        removed: false,
        values: [['a', { type: 'string', text: 'x' }]],
      },
      {
        key: 'HKEY_CURRENT_USER\\Software\\B',
        removed: false,
        values: [['b', { type: 'string', text: 'y' }]],
      },
    ]);
    const cut = parseRegistrationFile(whole.slice(0, whole.indexOf('"y"') + 2));
    assert.deepEqual(cut?.[0]?.values, [['a', { type: 'string', text: 'x' }]]);
    assert.deepEqual(cut[1]?.values, []);
  });

  it('of Windows is read', () => {
    assert.deepEqual(parseRegistrationFile(Buffer.from(`\uFEFF${regeditExport}`, 'utf16le')), [
      {
        key: String.raw`HKEY_CURRENT_USER\Software\Classes\sip\shell\open\command`,
        removed: false,
        values: [
          ['', { type: 'string', text: String.raw`"C:\Program Files\MicroSIP\microsip.exe" "%1"` }],
          ['note', { type: 'string', text: 'first line\r\nsecond [line]\r\n"third"=4' }],
          ['folder', { type: 'expandable-string', text: String.raw`%APPDATA%\MicroSIP` }],
          ['flags', { type: 'number', number: 0x8000_0001 }],
        ],
      },
      { key: String.raw`HKEY_CURRENT_USER\Software\Classes\sip\empty`, removed: false, values: [] },
    ]);
  });

  it('of Wine is read', () => {
    const file = readFileSync(path.join(import.meta.dirname, 'samples/wine-export.reg'));
    const [top, below, ...others] = parseRegistrationFile(file) ?? [];
    assert.equal(top?.key, `HKEY_CURRENT_USER\\${samplePath}`);
    assert.deepEqual(
      new Map(top.values),
      new Map([
        ...sampleValues,
        ...brokenValues.map(([name, _value, exported]) => [name, exported] as const),
      ]),
    );
    assert.equal(below?.key, `HKEY_CURRENT_USER\\${samplePath}\\${sampleSubkey}`);
    assert.deepEqual(others, []);
  });

  it('has keys and values that go', () => {
    const text = [
      'Windows Registry Editor Version 5.00',
      '; made by hand',
      String.raw`[-HKEY_CURRENT_USER\Software\Old]`,
      String.raw`[HKEY_CURRENT_USER\Software\New] `,
      '"a" = - ',
      '@=-',
      'no value',
      '"b"=what is that?',
      '"c"=dword:7',
    ].join('\n');
    assert.deepEqual(parseRegistrationFile(text), [
      { key: String.raw`HKEY_CURRENT_USER\Software\Old`, removed: true, values: [] },
      {
        key: String.raw`HKEY_CURRENT_USER\Software\New`,
        removed: false,
        values: [
          ['a', undefined],
          ['', undefined],
          ['c', { type: 'number', number: 7 }],
        ],
      },
    ]);
  });

  it('is none in another format', () => {
    for (const text of ['', 'REGEDIT4\r\n[HKEY_CURRENT_USER\\Software]', 'WINE REGISTRY Version 2\n']) {
      assert.equal(parseRegistrationFile(text), undefined);
    }
  });

  it('has lines that Windows reads, however long the bytes', () => {
    const bytes = new Uint8Array(100_000).fill(0xab);
    const text = formatRegistrationFile([
      { key: 'HKEY_CURRENT_USER\\A', removed: false, values: [['x', { type: 'binary', kind: 3, bytes }]] },
    ]);
    assert.ok(text.split('\r\n').every((line) => line.length <= 90));
    assert.deepEqual(parseRegistrationFile(text)?.[0]?.values, [['x', { type: 'binary', kind: 3, bytes }]]);
  });

  it('names nothing with a line break in it', () => {
    for (const name of ['a\nb', 'a\rb', 'a\0b']) {
      for (const section of [
        { key: `HKEY_CURRENT_USER\\${name}`, removed: true, values: [] },
        { key: 'HKEY_CURRENT_USER\\A', removed: false, values: [[name, undefined]] as const },
      ]) {
        assert.throws(
          () => formatRegistrationFile([section]),
          (error) => error instanceof MicroSipError && error.code === 'INVALID_ARGUMENT',
        );
      }
    }
  });
});
