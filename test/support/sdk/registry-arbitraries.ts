import fc from 'fast-check';

import { foldName } from '../../../sdk/src/installation/registry/key-names.ts';
import { decodeRegistryData } from '../../../sdk/src/installation/registry/registry-data.ts';
import type { RegistryValue } from '../../../sdk/src/installation/registry/windows-registry.ts';

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
);

/** A name of a value that a registration file can hold; `''` is the default value. */
export const valueName = registryText.map((text) => text.replaceAll(/[\r\n]/gu, ''));

/** A name of a key that a registration file can hold. */
export const keyName = valueName.map((name) => name.replaceAll('\\', '')).filter((name) => name !== '');

/** Values of one key: names that differ in more than case. */
export const namedValues: fc.Arbitrary<[name: string, value: RegistryValue][]> = fc.uniqueArray(
  fc.tuple(valueName, registryValue),
  { maxLength: 6, selector: ([name]) => foldName(name) },
);
