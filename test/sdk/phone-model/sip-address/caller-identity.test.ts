import assert from 'node:assert/strict';
import fc from 'fast-check';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import { callerIdentity, hookArgument } from '../../../../sdk/src/phone-model/sip-address/caller-identity.ts';

const upTo3216 = ['3.20.5', '3.21.6'] as const;
const upTo3223 = ['3.20.5', '3.21.6', '3.22.3'] as const;
const since3223 = ['3.22.3', '3.22.16'] as const;

describe('callerIdentity (facts C.5, N)', () => {
  it('is the From address', () => {
    for (const version of verifiedVersions) {
      const caller = callerIdentity(version, { from: '"Ada" <sip:101@pbx.test>;tag=1' });
      assert.equal(caller.user, '101');
      assert.equal(caller.domain, 'pbx.test');
      assert.equal(caller.name, 'Ada');
    }
  });

  it('is printed again by the SIP stack first: escapes that need not be are gone, others stay', () => {
    for (const version of verifiedVersions) {
      const caller = callerIdentity(version, { from: '<sip:a%26b%20c%7Cd@pbx.test:5060;transport=tcp>' });
      assert.equal(caller.user, 'a&b%20c%7cd');
      assert.equal(caller.domain, 'pbx.test');
      assert.equal(caller.parameters, '');
    }
  });

  it('can come from the display name, raw blanks, & and | included (facts N)', () => {
    for (const version of upTo3223) {
      assert.equal(callerIdentity(version, { from: '"sip:1 & c|d@x" <sip:900@b>' }).user, '1 & c|d');
    }
    assert.equal(callerIdentity('3.22.16', { from: '"<sip:1 & c|d@x>" <sip:900@b>' }).user, '1 & c|d');
  });

  it('minds P-Asserted-Identity and Remote-Party-ID since 3.22.3 only', () => {
    const identity = { from: '<sip:1@x>', assertedIdentity: '<sip:2@x>', remotePartyId: '<sip:3@x>' };
    for (const version of upTo3216) assert.equal(callerIdentity(version, identity).user, '1');
    for (const version of since3223) assert.equal(callerIdentity(version, identity).user, '2');
  });

  it('takes Remote-Party-ID when P-Asserted-Identity has no @', () => {
    const identity = { from: '<sip:1@x>', assertedIdentity: 'tel:+49', remotePartyId: '"N" <sip:3@x>' };
    for (const version of since3223) {
      assert.equal(callerIdentity(version, identity).user, '3');
      assert.equal(callerIdentity(version, identity).name, 'N');
    }
    assert.equal(callerIdentity('3.22.16', { from: '<sip:1@x>', assertedIdentity: 'tel:+49' }).user, '1');
  });

  it('takes these headers raw, without the SIP stack', () => {
    for (const version of since3223) {
      const identity = { from: '<sip:1@x>', assertedIdentity: '<sip:%41 "b" & c|d^@x>' };
      assert.equal(callerIdentity(version, identity).user, '%41 "b" & c|d^');
    }
  });

  it('takes every header, whatever is in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...verifiedVersions),
        fc.string({ unit: 'binary' }),
        fc.string(),
        (version, from, assertedIdentity) => {
          assert.equal(typeof callerIdentity(version, { from, assertedIdentity }).user, 'string');
        },
      ),
    );
  });
});

describe('hookArgument (facts C.1, C.5)', () => {
  const anonymous = (from: string) => (version: (typeof verifiedVersions)[number]) =>
    callerIdentity(version, { from });

  it('is the user part, and at the end the domain if there is no user', () => {
    for (const version of verifiedVersions) {
      const caller = anonymous('<sip:pbx.test>')(version);
      assert.equal(hookArgument(caller, 'during-call'), '');
      assert.equal(hookArgument(caller, 'at-end'), 'pbx.test');
      assert.equal(hookArgument(anonymous('<sip:101@x>')(version), 'at-end'), '101');
    }
  });

  it('is 101 at the end for a From user with a ; in 3.22.16', () => {
    const caller = anonymous('<sip:101;phone-context=+49@x>')('3.22.16');
    assert.equal(hookArgument(caller, 'during-call'), '');
    assert.equal(hookArgument(caller, 'at-end'), '101');
  });

  it('is what the parser leaves of a tel: address at the end (facts N)', () => {
    for (const version of upTo3223) {
      assert.equal(hookArgument(anonymous('"N" <tel:+49>')(version), 'at-end'), '"N" <tel:+49');
    }
    assert.equal(hookArgument(anonymous('"N" <tel:+49>')('3.22.16'), 'at-end'), 'tel:+49');
  });
});
