import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeIni, decodeIniAsMicroSip, encodeIni } from '../../../sdk/src/settings/ini-encoding.ts';

const utf16Mark = Uint8Array.of(0xff, 0xfe);
const utf8Mark = Uint8Array.of(0xef, 0xbb, 0xbf);

describe('ini encodings (facts D.2)', () => {
  it('knows UTF-16LE by its byte order mark', () => {
    const bytes = Buffer.concat([utf16Mark, Buffer.from('[Büro]\r\n', 'utf16le')]);
    assert.deepEqual(decodeIni(bytes), { encoding: 'utf-16le', text: '[Büro]\r\n' });
    assert.equal(decodeIniAsMicroSip(bytes), '[Büro]\r\n');
  });

  it('tells UTF-8 from the ANSI code page by its characters', () => {
    assert.deepEqual(decodeIni(Buffer.from('[Büro]', 'utf8')), { encoding: 'utf-8', text: '[Büro]' });
    assert.deepEqual(decodeIni(Buffer.from('[Büro]', 'latin1')), { encoding: 'ansi', text: '[Büro]' });
    assert.deepEqual(decodeIni(Buffer.concat([utf8Mark, Buffer.from('[a]')])), {
      encoding: 'utf-8-bom',
      text: '[a]',
    });
  });

  it('knows UTF-16 of the other byte order, which MicroSIP takes for ANSI', () => {
    const bytes = Buffer.concat([utf16Mark, Buffer.from('[Büro]', 'utf16le')]).swap16();
    assert.deepEqual(decodeIni(bytes), { encoding: 'utf-16be', text: '[Büro]' });
    assert.equal(decodeIniAsMicroSip(bytes).startsWith('þÿ\0['), true);
  });

  it('refuses to write half a surrogate pair as UTF-8, which would replace it', () => {
    for (const encoding of ['utf-8', 'utf-8-bom'] as const) {
      assert.throws(() => encodeIni({ encoding, text: 'a\uD800' }), { code: 'INVALID_ARGUMENT' });
    }
    const utf16 = { encoding: 'utf-16le', text: 'a\uD800' } as const;
    assert.deepEqual(decodeIni(encodeIni(utf16)), utf16);
  });

  it('decodes the characters in which windows-1252 differs from ISO 8859-1', () => {
    assert.equal(decodeIni(Uint8Array.of(0x80, 0x92, 0x9f, 0x81)).text, '€’Ÿ\u0081');
  });

  it('mangles UTF-8 as MicroSIP does, the mark glued to the first section', () => {
    const bytes = Buffer.concat([utf8Mark, Buffer.from('[Settings]\nlabel=Büro', 'utf8')]);
    assert.equal(decodeIniAsMicroSip(bytes), 'ï»¿[Settings]\nlabel=BÃ¼ro');
  });

  it("refuses to take UTF-16 that ends within a character for MicroSIP's, and keeps the odd byte", () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0x41, 0, 0x42);
    assert.throws(() => decodeIniAsMicroSip(bytes), { code: 'SETTINGS_DAMAGED' });
    assert.deepEqual(decodeIni(bytes), { encoding: 'utf-16le', text: 'A', oddByte: 0x42 });
  });

  it('refuses to write a character that the code page does not have', () => {
    assert.throws(() => encodeIni({ encoding: 'ansi', text: 'Ω' }), { code: 'INVALID_ARGUMENT' });
  });

  it('gives back every file byte by byte', () => {
    const anyBytes = fc.uint8Array({ maxLength: 200 });
    const files = fc.oneof(
      anyBytes,
      anyBytes.map((bytes) => Buffer.concat([utf8Mark, bytes])),
      anyBytes.map((bytes) => Buffer.concat([utf16Mark, bytes])),
      anyBytes.map((bytes) => Buffer.concat([Uint8Array.of(0xfe, 0xff), bytes])),
      fc.string({ unit: 'grapheme' }).map((text) => Buffer.from(text, 'utf8')),
    );
    fc.assert(
      fc.property(files, (bytes) => {
        assert.deepEqual(Buffer.from(encodeIni(decodeIni(bytes))), Buffer.from(bytes));
      }),
      { numRuns: 2000 },
    );
  });
});
