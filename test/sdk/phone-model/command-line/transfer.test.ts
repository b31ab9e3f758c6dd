import assert from 'node:assert/strict';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import { effectsOf } from '../../../support/effects.ts';

const inCall = { calls: 1, selectedCall: '102@pbx.test' };

describe('/transfer: (facts A.9)', () => {
  it('does nothing without a call in the selected tab', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/transfer:103'), [{ do: 'transferIgnored', number: '103' }]);
    }
  });

  it('formats the number as for a call: prefix, dial plan, spaces', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/transfer:+49 30 123', inCall), [
        { do: 'transfer', number: '+49 30 123', target: '<sip:+4930123@pbx.test>' },
      ]);
      const settings = { ...inCall, account1: { dialingPrefix: '0049', dialPlan: '0049x.' } };
      assert.deepEqual(effectsOf(version, 'msip:transfer_30123', settings), [
        { do: 'transfer', number: '30123', target: '<sip:004930123@pbx.test>' },
      ]);
    }
  });

  it('transfers the other side to itself; only 3.22.16 notices (facts N, A.9)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/transfer:102', inCall), [
        {
          do: version === '3.22.16' ? 'transferRefused' : 'transfer',
          number: '102',
          target: '<sip:102@pbx.test>',
        },
      ]);
    }
  });
});
