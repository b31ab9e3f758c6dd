import assert from 'node:assert/strict';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import { hostOf, isIpAddress } from '../../../../sdk/src/phone-model/sip-address/host.ts';

describe('hosts (facts A.7)', () => {
  it('ends at the first colon, in an IPv6 address too', () => {
    assert.equal(hostOf('pbx.test:5060'), 'pbx.test');
    assert.equal(hostOf('[::1]:5060'), '[');
    assert.equal(hostOf('pbx.test'), 'pbx.test');
  });

  it('is an IP address with four decimal parts up to 255', () => {
    for (const version of verifiedVersions) {
      assert.ok(isIpAddress(version, '192.168.1.5'));
      for (const host of [
        '10.0.0.256',
        '1.2.3',
        '127.1',
        '1.2.3.4.5',
        '0x7f.0.0.1',
        'localhost',
        '::1',
        '',
      ]) {
        assert.ok(!isIpAddress(version, host), host);
      }
    }
  });

  it('is none at the two edges up to 3.22.3', () => {
    for (const host of ['0.0.0.0', '255.255.255.255']) {
      const answers = verifiedVersions.map((version) => isIpAddress(version, host));
      assert.deepEqual(answers, [false, false, false, true]);
    }
  });
});
