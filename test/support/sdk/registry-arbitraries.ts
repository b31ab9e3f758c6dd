import fc from 'fast-check';

import { foldName } from '../../../sdk/src/installation/registry/key-names.ts';
import { decodeRegistryData } from '../../../sdk/src/installation/registry/registry-data.ts';
import type { RegistryKey, RegistryValue } from '../../../sdk/src/installation/registry/windows-registry.ts';

/** What is frequent in the registry, and what is hard to write down. */
const trickyPart = fc.oneof(
  fc.constantFrom(
    '\\',
    '"',
    '[',
    ']',
    '=',
    '-',
    '@',
    '%',
    ' ',
    'ü',
    'É',
    '日',
    '😀',
    '\\n',
    '\\x41',
    'hex:',
    ';',
  ),
  fc.string({ unit: 'grapheme-ascii', maxLength: 4 }),
  // Any UTF-16 unit but NUL: control characters and halves of pairs, too.
  fc.integer({ min: 1, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
);

/** A text as a value may have one: anything but a NUL. */
export const registryText = fc.array(trickyPart, { maxLength: 8 }).map((parts) => parts.join(''));

/** Any value, in the form in which it is read: the bytes of a text are no bytes. */
export const registryValue: fc.Arbitrary<RegistryValue> = fc.oneof(
  registryText.map((text): RegistryValue => ({ type: 'string', text })),
  registryText.map((text): RegistryValue => ({ type: 'expandable-string', text })),
  fc.integer({ min: 0, max: 0xffff_ffff }).map((number): RegistryValue => ({ type: 'number', number })),
  fc
    .record({
      kind: fc.oneof(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 0xffff_ffff })),
      bytes: fc.uint8Array({ maxLength: 80 }),
    })
    .map(decodeRegistryData),
  registryText.map((text): RegistryValue => {
    const bytes = new Uint8Array(Buffer.from(`${text}\0second\0\0`, 'utf16le'));
    return { type: 'binary', kind: 7, bytes };
  }),
);

/** A name of a value, without what ends a line somewhere; `''` is the default value. */
export const valueName = registryText.map((text) => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ''));

/** A name of a key. */
export const keyName = valueName.map((name) => name.replaceAll('\\', '')).filter((name) => name !== '');

/**
 * A value whose bytes are what its type says, as programs write them. `reg.exe` mends others on the way, and that of
 * Wine breaks down over a list of texts without a byte.
 */
export const wellFormedValue = registryValue.filter(
  (value) => value.type !== 'binary' || isWellFormed(value.kind, value.bytes),
);

function isWellFormed(kind: number, bytes: Uint8Array): boolean {
  const endsInNul = bytes.length >= 2 && bytes.length % 2 === 0 && bytes.at(-1) === 0 && bytes.at(-2) === 0;
  return ![1, 2, 4].includes(kind) && (kind !== 7 || endsInNul);
}

/** A key with a few levels of keys below it; no two names differ in case only. */
export function keyTree(value: fc.Arbitrary<RegistryValue>, levels = 3): fc.Arbitrary<RegistryKey> {
  const values = fc.uniqueArray(fc.tuple(valueName, value), {
    maxLength: 6,
    selector: ([name]) => foldName(name),
  });
  const keys =
    levels === 0
      ? fc.constant([])
      : fc.uniqueArray(fc.tuple(keyName, keyTree(value, levels - 1)), {
          maxLength: 2,
          selector: ([name]) => foldName(name),
        });
  return fc.tuple(values, keys).map(([ownValues, below]) => ({
    values: new Map(ownValues),
    keys: new Map(below),
  }));
}
