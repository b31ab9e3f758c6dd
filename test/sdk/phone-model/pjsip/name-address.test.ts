import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  parseFromHeader,
  parseNameAddress,
} from '../../../../sdk/src/phone-model/pjsip/parse-name-address.ts';
import { printInFromHeader } from '../../../../sdk/src/phone-model/pjsip/print-name-address.ts';
import { judgeRequestAddress } from '../../../../sdk/src/phone-model/pjsip/judge-request-address.ts';

function printed(text: string): string | undefined {
  const address = parseFromHeader(text);
  return address && printInFromHeader(address);
}

describe("PJSIP's address printer in a From header (facts C.5, N)", () => {
  const rows: readonly (readonly [from: string, printed: string | undefined])[] = [
    ['"N" <sip:101@x>', '"N" <sip:101@x>'],
    ['N <sip:101@x>', '"N" <sip:101@x>'],
    ['sip:101@x', '<sip:101@x>'],
    ['SIP:101@x', '<sip:101@x>'],
    ['"" <sip:101@x>', '<sip:101@x>'],
    ['"a \\"b\\" <c>" <sip:101@x>', '"a \\"b\\" <c>" <sip:101@x>'],
    ['<sip:a%20b%41@x>', '<sip:a%20bA@x>'],
    ['<sip:%3C%zz@x>', '<sip:%3c%zz@x>'],
    ['<sip:%%34a@x>', '<sip:%4a@x>'],
    ['<sip:%C3%BC@x>', '<sip:%c3%bc@x>'],
    ['<sip:#31#@x>', '<sip:%2331%23@x>'],
    ['<sip:u:p@x>', '<sip:u:p@x>'],
    ['<sip:101@[::1]:5060>', '<sip:101@[::1]>'],
    ['<sip:101@x:5060;transport=tcp;lr;ttl=3;maddr=y;method=BYE?X=1>', '<sip:101@x>'],
    ['<sip:101@x;a=b;user=phone>', '<sip:101@x;user=phone;a=b>'],
    ['<sip:101@x;a="b c">', '<sip:101@x;a="b c">'],
    ['<sip:101@x>;tag=1', '<sip:101@x>'],
    ['sip:101@x;tag=1', '<sip:101@x>'],
    ['<tel:+49-30;phone-context=x;ext=5;p=q>', '<tel:+49-30;ext=5;phone-context=x;p=q>'],
    ['<urn:service:sos>', '<urn:service:sos>'],
    ['"Ä" <sip:101@x>', '"Ä" <sip:101@x>'],
    ['<sip:101@x', undefined],
    ['<sip:@x>', undefined],
    ['<sip:a b@x>', undefined],
    ['<sip:101@x:65536>', undefined],
    ['<sip:101@x;ttl=256>', undefined],
    ['"N" sip:101@x', undefined],
    ['"N <sip:101@x>', undefined],
    ['101', undefined],
    ['', undefined],
  ];
  for (const [from, expected] of rows) {
    it(`${expected === undefined ? 'refuses' : 'prints'} ${from}`, () => {
      assert.equal(printed(from), expected);
    });
  }

  it('prints unchanged what it printed of a name, a user and parameters', () => {
    const name = fc.stringMatching(/^[^"\\\p{C}]*$/u);
    // Not every text has a form that lasts: an escape behind a bare percent sign can make that begin another one
    // (`%%34a` is printed as `%4a`), and an escaped quotation mark begins a quoted value. So a bare percent sign has a
    // letter behind it here that is no hexadecimal digit, and neither sign is escaped.
    const escaped = '%(?:2[013-46-9a-f]|[34][0-9a-f])|%z';
    const user = fc.stringMatching(new RegExp(`^(?:[a-c#&=+$,;?/!1-4]|${escaped}){1,12}$`, 'u'));
    const character = `(?:[a-c[\\]/:&+$!1-4]|${escaped})`;
    const parameter = fc.stringMatching(new RegExp(`^${character}{1,5}(?:=${character}{0,5})?$`, 'u'));
    fc.assert(
      fc.property(name, user, fc.array(parameter, { maxLength: 3 }), (anyName, anyUser, parameters) => {
        const once = printed(
          `"${anyName}" <sip:${anyUser}@x${parameters.map((each) => `;${each}`).join('')}>`,
        );
        assert.ok(once);
        assert.equal(printed(once), once);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('addresses of requests (facts A.7)', () => {
  it('are sip: and sips: addresses, with or without brackets', () => {
    for (const text of ['sip:101@x', '<sips:101@x>', '<sip:x>', 'sip:101@x;transport=tcp?X=1&Y=2']) {
      assert.equal(judgeRequestAddress(text), 'valid', text);
    }
    for (const text of [
      'tel:101',
      '<sip:101>@x',
      '<sip:101@>',
      '101',
      'sip:ü@x',
      '<sip:101@x;a=b?c=d;e=f>',
    ]) {
      assert.equal(judgeRequestAddress(text), 'invalid', text);
    }
  });

  it('have at most 900 bytes', () => {
    assert.equal(judgeRequestAddress(`sip:${'1'.repeat(894)}@x`), 'valid');
    assert.equal(judgeRequestAddress(`sip:${'1'.repeat(895)}@x`), 'too-long');
    assert.equal(judgeRequestAddress(`sip:${'ü'.repeat(448)}@x`), 'too-long');
  });

  it('have parameters of their own, where in a From header they belong to the header', () => {
    assert.ok(parseNameAddress('sip:101@x;lr', 'request'));
    assert.equal(parseNameAddress('sip:101@x;lr', 'from-header'), undefined);
  });
});
