import assert from 'node:assert/strict';

import fc from 'fast-check';

import { availability } from '../../../sdk/src/catalogue/availability.ts';
import { commandNamed } from '../../../sdk/src/catalogue/commands.ts';
import {
  behaviourVersionOf,
  compareVersions,
  isVersion,
  supportIn,
  verifiedVersions,
} from '../../../sdk/src/catalogue/version.ts';

const versionText = fc
  .tuple(fc.nat({ max: 5 }), fc.nat({ max: 40 }), fc.nat({ max: 40 }))
  .map((parts) => parts.join('.'));

describe('comparing versions', () => {
  it('goes by numbers, not by letters', () => {
    assert.ok(compareVersions('3.22.16', '3.22.3') > 0);
    assert.ok(compareVersions('3.20.5', '3.21') < 0);
    assert.equal(compareVersions('3.22', '3.22.0'), 0);
  });

  it('is an order', () => {
    fc.assert(
      fc.property(versionText, versionText, versionText, (first, second, third) => {
        assert.equal(
          Math.sign(compareVersions(first, second)),
          -Math.sign(compareVersions(second, first)) + 0,
        );
        if (compareVersions(first, second) <= 0 && compareVersions(second, third) <= 0) {
          assert.ok(compareVersions(first, third) <= 0);
        }
      }),
    );
  });

  it('takes only dotted numbers for versions', () => {
    for (const text of ['3.22.16', '3.21', '3.22.3.0']) assert.ok(isVersion(text), text);
    for (const text of ['', '3', 'v3.22', '3.22.x', '3..2', '3.22.16 ', '3.22.16\n']) {
      assert.ok(!isVersion(text), text);
    }
  });
});

describe('asking which version has what', () => {
  const hangupIncoming = commandNamed('hangup-incoming').availability;

  it('answers for a version that was read', () => {
    assert.deepEqual(supportIn(hangupIncoming, '3.20.5'), { support: 'no', basis: 'verified' });
    assert.deepEqual(supportIn(hangupIncoming, '3.22.16'), { support: 'yes', basis: 'verified' });
  });

  it('answers between two versions that agree', () => {
    assert.deepEqual(supportIn(hangupIncoming, '3.22.9'), { support: 'yes', basis: 'between' });
  });

  it('does not know between two versions that differ', () => {
    assert.deepEqual(supportIn(hangupIncoming, '3.21.0'), { support: 'unknown', basis: 'not-known' });
  });

  it('goes beyond the versions read only by extrapolation', () => {
    assert.deepEqual(supportIn(hangupIncoming, '3.23.0'), { support: 'yes', basis: 'extrapolated' });
    assert.deepEqual(supportIn(hangupIncoming, '3.19.0'), { support: 'no', basis: 'extrapolated' });
  });

  it('trusts release notes where they are more exact', () => {
    const came = availability(['no', 'no', 'no', 'yes'], { since: '3.22.5' });
    assert.deepEqual(supportIn(came, '3.22.4'), { support: 'no', basis: 'release-notes' });
    assert.deepEqual(supportIn(came, '3.22.5'), { support: 'yes', basis: 'release-notes' });
    const went = availability(['yes', 'yes', 'yes', 'no'], { removedIn: '3.22.5' });
    assert.deepEqual(supportIn(went, '3.22.4'), { support: 'yes', basis: 'release-notes' });
    assert.deepEqual(supportIn(went, '3.22.5'), { support: 'no', basis: 'release-notes' });
  });

  it('answers for any version', () => {
    fc.assert(
      fc.property(versionText, (version) => {
        const { support, basis } = supportIn(hangupIncoming, version);
        assert.equal(support === 'unknown', basis === 'not-known');
      }),
    );
  });

  it('lets the newest version read that is not newer stand for another', () => {
    assert.equal(behaviourVersionOf('3.22.9'), '3.22.3');
    assert.equal(behaviourVersionOf('3.22.16'), '3.22.16');
    assert.equal(behaviourVersionOf('4.0'), '3.22.16');
    assert.equal(behaviourVersionOf('3.0'), '3.20.5');
    for (const version of verifiedVersions) assert.equal(behaviourVersionOf(version), version);
  });
});
