import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import { textOf } from '../../../../sdk/src/installation/registry/registry-lookup.ts';
import { encodeRegistryData } from '../../../../sdk/src/installation/registry/registry-data.ts';
import { WineRegistryFile } from '../../../../sdk/src/installation/registry/wine-registry-file.ts';
import type {
  RegistryKey,
  RegistryValue,
} from '../../../../sdk/src/installation/registry/windows-registry.ts';
import { comparableKey } from '../../../support/sdk/comparable-key.ts';
import { keyTree, registryValue } from '../../../support/sdk/registry-arbitraries.ts';
import { brokenValues, samplePath, sampleSubkey, sampleValues } from './samples/sample-key.ts';

const header = 'WINE REGISTRY Version 2\n;; All keys relative to REGISTRY\\\\Machine\n\n#arch=win64\n';

const fileOf = (...lines: readonly string[]): WineRegistryFile =>
  new WineRegistryFile(Buffer.from([header, ...lines, ''].join('\n'), 'latin1'));

describe("a file of Wine's registry", () => {
  it('is read as Wine wrote it', () => {
    const file = new WineRegistryFile(readFileSync(path.join(import.meta.dirname, 'samples/wine-user.reg')));
    assert.equal(file.isOf32BitWindows, false);
    assert.deepEqual(comparableKey(file.read(samplePath)), {
      values: new Map([...sampleValues, ...brokenValues.map(([name, value]) => [name, value] as const)]),
      keys: new Map([[sampleSubkey, { values: new Map(sampleValues.slice(0, 1)), keys: new Map() }]]),
    });
  });

  it('is read as it would be written', () => {
    fc.assert(
      fc.property(keyTree(registryValue), (tree) => {
        const bytes = Buffer.from([header, ...sectionsOf('Software\\\\Tree', tree)].join('\n'), 'latin1');
        assert.deepEqual(
          comparableKey(new WineRegistryFile(bytes).read('software\\TREE')),
          comparableKey(tree),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('of any content is read without failing', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\n[',
        ']',
        '\n',
        '"',
        '\\',
        '=',
        '@',
        '\n#link',
        'hex:',
        'str(2):',
        'hex(6):',
        '\\x',
        '00,',
      ),
      fc.constantFrom('Software', '"SymbolicLinkValue"='),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 50 }), (pieces) => {
        const file = fileOf('[Kept] 1', '"x"="1"', '[Software\\\\A] 1', pieces.join(''));
        assert.equal(textOf(file.read('Kept')?.values.get('x')), '1');
        file.read('Software');
      }),
      { numRuns: 5000 },
    );
  });

  it('has the keys on the way to those that are written', () => {
    const file = fileOf('[Software\\\\A\\\\B\\\\C] 1', '"x"="1"');
    assert.deepEqual([...(file.read('Software')?.keys.keys() ?? [])], ['A']);
    assert.equal(file.read('Software\\A\\B')?.keys.get('C')?.values.size, 1);
    assert.equal(file.read('Software\\A\\B\\C\\D'), undefined);
    assert.equal(file.read('Soft'), undefined);
    assert.equal(file.read('Software\\A\\Bc'), undefined);
  });

  const linkTo = (target: string): string => {
    const bytes = [...Buffer.from(target, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0'));
    return `"SymbolicLinkValue"=hex(6):${bytes.join(',')}`;
  };

  it('leads on where a key is a link, as that to the 64-bit App Paths', () => {
    const file = fileOf(
      '[Software\\\\App Paths\\\\microsip.exe] 1795401365',
      '#time=1dd7af36357a0de',
      '@="C:\\\\MicroSIP\\\\microsip.exe"',
      '',
      '[Software\\\\Wow6432Node\\\\App Paths] 1795401365',
      '#time=1dd7af36357a0de',
      '#link',
      linkTo('\\Registry\\Machine\\Software\\App Paths'),
    );
    const direct = file.read('Software\\App Paths\\microsip.exe');
    assert.equal(textOf(direct?.values.get('')), 'C:\\MicroSIP\\microsip.exe');
    const linked = file.read('SOFTWARE\\WOW6432NODE\\APP PATHS\\MICROSIP.EXE');
    assert.deepEqual(comparableKey(linked), comparableKey(direct));
    const fromAbove = file.read('Software\\Wow6432Node')?.keys.get('App Paths')?.keys.get('microsip.exe');
    assert.deepEqual(comparableKey(fromAbove), comparableKey(direct));
  });

  it('does not follow links in a circle, nor out of the file', () => {
    const file = fileOf(
      '[A\\\\One] 1',
      '#link',
      linkTo('\\Registry\\Machine\\A\\Two'),
      '[A\\\\Two] 1',
      '#link',
      linkTo('\\Registry\\Machine\\A\\One'),
      '[A\\\\Up] 1',
      '#link',
      linkTo('\\Registry\\Machine\\A'),
      '[A\\\\Out] 1',
      '#link',
      linkTo('\\Registry\\User\\S-1-5-21'),
      '[A\\\\Plain] 1',
      '"x"="1"',
    );
    assert.equal(file.read('A\\One'), undefined);
    assert.equal(file.read('A\\Out'), undefined);
    assert.equal(file.read('A')?.keys.get('Plain')?.values.size, 1);
  });

  it('tells a Windows of 32 bits', () => {
    const bytes = Buffer.from(header.replace('win64', 'win32'));
    assert.equal(new WineRegistryFile(bytes).isOf32BitWindows, true);
  });

  it('that is none has no keys', () => {
    for (const text of ['', 'REGEDIT4\n[Software\\\\A]\n', 'WINE REGISTRY Version 3\n[Software\\\\A] 1\n']) {
      assert.equal(new WineRegistryFile(Buffer.from(text)).read('Software'), undefined);
    }
  });
});

/** A tree as Wine's server writes it (`dump_value` and `dump_strW` in its registry). */
function sectionsOf(path: string, tree: RegistryKey): readonly string[] {
  return [
    '',
    `[${path}] 1795401365`,
    '#time=1dd7af36357a0de',
    ...[...tree.values].map(
      ([name, value]) => `${name === '' ? '@' : `"${dumped(name, '"')}"`}=${data(value)}`,
    ),
    ...[...tree.keys].flatMap(([name, below]) => sectionsOf(`${path}\\\\${dumped(name, '[]')}`, below)),
  ];
}

function data(value: RegistryValue): string {
  const { kind, bytes } = encodeRegistryData(value);
  const units = Buffer.from(bytes).toString('utf16le');
  if ([1, 2, 7].includes(kind) && bytes.length >= 2 && bytes.length % 2 === 0 && units.endsWith('\0')) {
    return `${kind === 1 ? '' : `str(${kind.toString(16)}):`}"${dumped(units.slice(0, -1), '"')}"`;
  }
  if (value.type === 'number') return `dword:${value.number.toString(16).padStart(8, '0')}`;
  const pairs = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0'));
  const lines: string[] = [];
  for (let start = 0; start < pairs.length; start += 25) lines.push(pairs.slice(start, start + 25).join(','));
  return `${kind === 3 ? 'hex' : `hex(${kind.toString(16)})`}:${lines.join(',\\\n  ')}`;
}

function dumped(text: string, escaped: string): string {
  const letters = '.......abtnvfr.............e....';
  return Array.from({ length: text.length }, (_unit, index) => {
    const unit = text.charAt(index);
    const code = unit.charCodeAt(0);
    const next = text.charAt(index + 1);
    if (code > 127) return `\\x${code.toString(16).padStart(/[\da-f]/iu.test(next) ? 4 : 1, '0')}`;
    if (code < 32) {
      const letter = letters.charAt(code);
      if (letter !== '.') return `\\${letter}`;
      return `\\${code.toString(8).padStart(/[0-7]/u.test(next) ? 3 : 1, '0')}`;
    }
    return unit === '\\' || escaped.includes(unit) ? `\\${unit}` : unit;
  }).join('');
}
