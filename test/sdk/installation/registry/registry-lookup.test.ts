import assert from 'node:assert/strict';

import fc from 'fast-check';

import { expandVariables } from '../../../../sdk/src/installation/registry/expand-variables.ts';
import { foldName, sameName } from '../../../../sdk/src/installation/registry/key-names.ts';
import {
  describeKey,
  fullKeyName,
  isSameOrBelow,
  requireKeyPath,
  requireRemovableKey,
} from '../../../../sdk/src/installation/registry/key-path.ts';
import {
  decodeRegistryData,
  encodeRegistryData,
} from '../../../../sdk/src/installation/registry/registry-data.ts';
import {
  subkeyOf,
  textAt,
  textOf,
  valueOf,
} from '../../../../sdk/src/installation/registry/registry-lookup.ts';
import type {
  RegistryKey,
  RegistryPath,
} from '../../../../sdk/src/installation/registry/windows-registry.ts';
import { registryText } from '../../../support/sdk/registry-arbitraries.ts';

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

const key: RegistryKey = {
  values: new Map([
    ['', { type: 'string', text: 'default' }],
    ['Größe', { type: 'number', number: 7 }],
    ['path', { type: 'expandable-string', text: '%APPDATA%' }],
    ['unterminated', { type: 'binary', kind: 1, bytes: utf16('abc') }],
    ['more behind', { type: 'binary', kind: 2, bytes: utf16('abc\0def\0') }],
    ['odd', { type: 'binary', kind: 1, bytes: Uint8Array.of(65, 0, 66) }],
    ['bytes', { type: 'binary', kind: 3, bytes: utf16('abc\0') }],
  ]),
  keys: new Map([
    ['Shell', { values: new Map(), keys: new Map([['Öffnen', { values: new Map(), keys: new Map() }]]) }],
  ]),
};

describe('a key of the registry', () => {
  it('is asked for values and keys in any case', () => {
    assert.deepEqual(valueOf(key, 'GRÖßE'), { type: 'number', number: 7 });
    assert.equal(valueOf(key, 'GRÖSSE'), undefined);
    assert.equal(textAt(key, ''), 'default');
    assert.equal(subkeyOf(key, 'SHELL\\öffnen'), key.keys.get('Shell')?.keys.get('Öffnen'));
    assert.equal(subkeyOf(key, ''), key);
    assert.equal(subkeyOf(key, 'shell\\close'), undefined);
  });

  it('that is missing has nothing', () => {
    assert.equal(valueOf(undefined, 'x'), undefined);
    assert.equal(subkeyOf(undefined, 'x\\y'), undefined);
    assert.equal(textOf(undefined), undefined);
  });

  it('has texts as programs read them, however carelessly they were written', () => {
    assert.equal(textAt(key, 'path'), '%APPDATA%');
    assert.equal(textAt(key, 'unterminated'), 'abc');
    assert.equal(textAt(key, 'more behind'), 'abc');
    assert.equal(textAt(key, 'odd'), 'A');
    assert.equal(textAt(key, 'bytes'), undefined);
    assert.equal(textAt(key, 'größe'), undefined);
  });
});

describe('a value of the registry', () => {
  it('is written as the bytes it was read from', () => {
    const kind = fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 0xffff_ffff }));
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc
        .tuple(registryText, fc.constantFrom('', '\0', '\0\0', '\0x'))
        .map(([text, end]) => utf16(text + end)),
    );
    fc.assert(
      fc.property(kind, bytes, (kindGiven, bytesGiven) => {
        const data = { kind: kindGiven, bytes: bytesGiven };
        assert.deepEqual(encodeRegistryData(decodeRegistryData(data)), data);
      }),
      { numRuns: 5000 },
    );
  });

  it('of bytes that lie within others is read from its own', () => {
    const within = Uint8Array.of(9, 1, 2, 3, 4, 9).subarray(1, 5);
    assert.deepEqual(decodeRegistryData({ kind: 4, bytes: within }), { type: 'number', number: 0x0403_0201 });
    const text = utf16('xab\0').subarray(2);
    assert.deepEqual(decodeRegistryData({ kind: 1, bytes: text }), { type: 'string', text: 'ab' });
  });
});

describe('names in the registry', () => {
  it('are the same in any case, letter by letter', () => {
    for (const [left, right] of [
      ['MicroSIP', 'MICROSIP'],
      ['größe', 'GRÖßE'],
      ['ÿ', 'Ÿ'],
      ['', ''],
    ] as const) {
      assert.ok(sameName(left, right), `${left} and ${right}`);
    }
    for (const [left, right] of [
      ['ß', 'SS'],
      ['ı', 'I'],
      ['ſ', 'S'],
      ['a', 'ä'],
      ['K', '\u212a'],
    ] as const) {
      assert.ok(!sameName(left, right), `${left} and ${right}`);
    }
  });

  it('keep their length when they are compared', () => {
    fc.assert(
      fc.property(registryText, (name) => {
        assert.equal(foldName(name).length, name.length);
        assert.equal(foldName(foldName(name)), foldName(name));
      }),
      { numRuns: 3000 },
    );
  });
});

describe('a path in the registry', () => {
  it('is told by the names that Windows uses', () => {
    assert.equal(fullKeyName({ root: 'HKLM', path: 'Software\\A' }), 'HKEY_LOCAL_MACHINE\\Software\\A');
    assert.equal(fullKeyName({ root: 'HKCU', path: '' }), 'HKEY_CURRENT_USER');
    assert.equal(
      describeKey({ root: 'HKLM', path: 'Software\\A', view: 64 }),
      'HKLM\\Software\\A (64-bit view)',
    );
    assert.equal(describeKey({ root: 'HKCU', path: 'Software\\A', view: 32 }), 'HKCU\\Software\\A');
  });

  it('leads to a key below another in the same view of the machine, and in any of the user', () => {
    const at = (root: 'HKCU' | 'HKLM', path: string, view?: 32 | 64): RegistryPath => ({
      root,
      path,
      ...(view !== undefined && { view }),
    });
    assert.ok(isSameOrBelow(at('HKCU', 'software\\a\\b', 64), at('HKCU', 'Software\\A', 32)));
    assert.ok(isSameOrBelow(at('HKLM', 'Software\\A'), at('HKLM', 'Software\\A', 32)));
    assert.ok(!isSameOrBelow(at('HKLM', 'Software\\A', 64), at('HKLM', 'Software\\A')));
    assert.ok(!isSameOrBelow(at('HKCU', 'Software\\Ab'), at('HKCU', 'Software\\A')));
    assert.ok(!isSameOrBelow(at('HKCU', 'Software'), at('HKCU', 'Software\\A')));
    assert.ok(!isSameOrBelow(at('HKCU', 'Software\\A'), at('HKLM', 'Software\\A')));
  });

  it('with an empty part, a NUL or a name that is too long is none', () => {
    for (const path of ['', '\\', '\\Software', 'Software\\', 'a\\\\b', 'a\0', 'x'.repeat(256)]) {
      assert.throws(() => requireKeyPath({ root: 'HKCU', path }), { code: 'INVALID_ARGUMENT' });
    }
    requireKeyPath({ root: 'HKCU', path: `Software\\${'x'.repeat(255)}` });
  });

  it('right below a root is never removed', () => {
    assert.throws(() => requireRemovableKey({ root: 'HKCU', path: 'Software' }), {
      code: 'INVALID_ARGUMENT',
    });
    requireRemovableKey({ root: 'HKCU', path: 'Software\\MicroSIP' });
  });
});

describe('environment variables in a text', () => {
  const environment = {
    APPDATA: 'C:\\Users\\Jo',
    'ProgramFiles(x86)': 'C:\\Programme',
    NESTED: '%APPDATA%',
    GONE: undefined,
  };
  const cases: readonly (readonly [string, string])[] = [
    ['%AppData%\\MicroSIP', 'C:\\Users\\Jo\\MicroSIP'],
    ['%ProgramFiles(x86)%', 'C:\\Programme'],
    ['a%APPDATA%b%APPDATA%', 'aC:\\Users\\JobC:\\Users\\Jo'],
    ['%NOWHERE%\\x', '%NOWHERE%\\x'],
    ['%GONE%', '%GONE%'],
    ['%NESTED%', '%APPDATA%'],
    ['100% %APPDATA%', '100% C:\\Users\\Jo'],
    ['%%APPDATA%%', '%C:\\Users\\Jo%'],
    ['%APPDATA', '%APPDATA'],
    ['%%', '%%'],
    ['', ''],
  ];
  for (const [text, expanded] of cases) {
    it(`are put into ${text === '' ? 'an empty one' : text}`, () => {
      assert.equal(expandVariables(text, environment), expanded);
    });
  }
});
