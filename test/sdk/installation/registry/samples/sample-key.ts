import type { RegistryValue } from '../../../../../sdk/src/installation/registry/windows-registry.ts';

/** The key that `wine-export.reg` and `wine-user.reg` were made of, by Wine 8.0, with another key below it. */
export const samplePath = String.raw`Software\MicroSIP DevKit sample`;
export const sampleSubkey = 'Ünï "q" [x] 日本';

/** Its values: one of every kind, and what is hard to write down. */
export const sampleValues: readonly (readonly [name: string, value: RegistryValue])[] = [
  ['', { type: 'string', text: String.raw`"C:\Program Files\MicroSIP\microsip.exe" "%1"` }],
  ['@', { type: 'string', text: 'not the default value' }],
  ['empty', { type: 'string', text: '' }],
  ['lines', { type: 'string', text: 'one\r\ntwo\nthree\tcolumn' }],
  ['expandable 😀', { type: 'expandable-string', text: '%APPDATA%\\Jörg 😀\\MicroSIP' }],
  ['name = "quoted" \\ [x]', { type: 'string', text: 'value' }],
  ['lone \ud800 surrogate', { type: 'string', text: 'a\ud800b' }],
  ['name\r\nof two lines', { type: 'string', text: 'value' }],
  ['number', { type: 'number', number: 0xff03_0201 }],
  ['none', { type: 'binary', kind: 0, bytes: Uint8Array.of(1) }],
  ['no bytes', { type: 'binary', kind: 3, bytes: new Uint8Array() }],
  ['bytes', { type: 'binary', kind: 3, bytes: Uint8Array.from({ length: 60 }, (_byte, index) => index) }],
  ['big-endian number', { type: 'binary', kind: 5, bytes: Uint8Array.of(1, 2, 3, 255) }],
  ['several texts', { type: 'binary', kind: 7, bytes: utf16('one\0zwei ü\0\0') }],
  ['64-bit number', { type: 'binary', kind: 11, bytes: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 255) }],
  ['of no known kind', { type: 'binary', kind: 0x12_3456, bytes: Uint8Array.of(1, 2, 3) }],
];

/** Values whose bytes are not what their type says. `reg.exe` of Wine writes down only what programs would read. */
export const brokenValues: readonly (readonly [
  name: string,
  value: RegistryValue,
  exported: RegistryValue,
])[] = [
  ['text in text', { type: 'binary', kind: 1, bytes: utf16('a\0b\0') }, { type: 'string', text: 'a' }],
  [
    'text of odd length',
    { type: 'binary', kind: 1, bytes: Uint8Array.of(65, 0, 66) },
    { type: 'string', text: '' },
  ],
  ['text of no length', { type: 'binary', kind: 1, bytes: new Uint8Array() }, { type: 'string', text: '' }],
];

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf16le'));
}
