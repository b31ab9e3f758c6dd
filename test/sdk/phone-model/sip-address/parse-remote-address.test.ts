import assert from 'node:assert/strict';
import fc from 'fast-check';
import { verifiedVersions, type VerifiedVersion } from '../../../../sdk/src/catalogue/version.ts';
import { parseRemoteAddress } from '../../../../sdk/src/phone-model/sip-address/parse-remote-address.ts';

const upTo3223 = ['3.20.5', '3.21.6', '3.22.3'] as const;

function parse(version: VerifiedVersion, text: string) {
  const { commands, domain, name, parameters, user } = parseRemoteAddress(version, text);
  return [user, domain, name, parameters, commands];
}

describe('parseRemoteAddress (facts N, C.5)', () => {
  it('takes an ordinary address apart alike in every version', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(parse(version, '"Ada L." <sip:101@pbx.test:5060;user=phone>'), [
        '101',
        'pbx.test:5060',
        'Ada L.',
        ';user=phone',
        '',
      ]);
      assert.deepEqual(parse(version, '<sip:101@pbx.test?X=1>'), ['101', 'pbx.test', '', '?X=1', '']);
    }
  });

  it('forgets the name "unknown", in any case', () => {
    for (const version of verifiedVersions) {
      assert.equal(parseRemoteAddress(version, '"UnKnown" <sip:101@x>').name, '');
    }
  });

  it('begins behind the first sip: up to 3.22.3, in the name too', () => {
    for (const version of upTo3223) {
      assert.deepEqual(parse(version, '"sip:101 & calc@x" <sip:900@b>').slice(0, 2), [
        '101 & calc',
        'x" <sip:900@b',
      ]);
    }
    assert.equal(parseRemoteAddress('3.22.16', '"sip:101 & calc@x" <sip:900@b>').user, '900');
  });

  it('begins behind the first < in 3.22.16, in the name too', () => {
    assert.equal(parseRemoteAddress('3.22.16', '"<sip:101 & calc@x>" <sip:900@b>').user, '101 & calc');
  });

  it('has commands behind a comma up to 3.22.3; in 3.22.16 they belong to the domain', () => {
    for (const version of upTo3223) {
      assert.deepEqual(parse(version, 'sip:101@x,5'), ['101', 'x', '', '', ',5']);
    }
    assert.deepEqual(parse('3.22.16', 'sip:101@x,5'), ['101', 'x,5', '', '', '']);
  });

  it('cuts at ; before it looks for @ in 3.22.16', () => {
    assert.deepEqual(parse('3.22.16', '<sip:101;phone-context=a@x>'), [
      '',
      '101',
      '',
      ';phone-context=a@x',
      '',
    ]);
    for (const version of upTo3223) {
      assert.equal(parseRemoteAddress(version, '<sip:101;phone-context=a@x>').user, '101;phone-context=a');
    }
  });

  it('strips sips: in 3.22.16 only', () => {
    assert.equal(parseRemoteAddress('3.22.16', '<SIPS:101@x>').user, '101');
    for (const version of upTo3223) assert.equal(parseRemoteAddress(version, 'sips:101@x').user, 'sips:101');
  });

  it('finds no user in a tel: address', () => {
    for (const version of upTo3223) {
      assert.deepEqual(parse(version, '"N" <tel:+4930>').slice(0, 2), ['', '"N" <tel:+4930']);
    }
    assert.deepEqual(parse('3.22.16', '"N" <tel:+4930>').slice(0, 2), ['', 'tel:+4930']);
  });

  it('never finds ; or @ in the user of 3.22.16', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.doesNotMatch(parseRemoteAddress('3.22.16', text).user, /[;@]/u);
      }),
    );
  });

  it('takes every text, and adds nothing to it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verifiedVersions), fc.string({ unit: 'binary' }), (version, text) => {
        for (const part of parse(version, text)) assert.ok(text.includes(part));
      }),
    );
  });
});
