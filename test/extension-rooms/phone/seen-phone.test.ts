import assert from 'node:assert/strict';

import { retryDelayMs } from '../../../extension/src/phone/retry-delay.ts';
import { isCallStateOff, phoneInTrouble, unseenPhone } from '../../../extension/src/phone/seen-phone.ts';
import { phoneThatIs } from '../../support/extension/seen-phones.ts';

describe('what a window knows of the phone', () => {
  it('is that there is none where none is installed, and nothing where it cannot be watched', () => {
    assert.equal(phoneInTrouble('NOT_INSTALLED').status.phone, 'not-installed');
    assert.deepEqual(phoneInTrouble('TIMEOUT'), { ...unseenPhone, trouble: 'TIMEOUT' });
    assert.equal(phoneInTrouble(undefined).trouble, 'INTERNAL');
  });

  it('lacks its calls only where nothing but the process tells of the phone', () => {
    assert.ok(isCallStateOff(phoneThatIs('unknown', { sources: ['process'] })));
    assert.ok(!isCallStateOff(phoneThatIs('unknown', { sources: ['log', 'process'] })));
    assert.ok(!isCallStateOff(phoneThatIs('not-running', { sources: ['process'] })));
    assert.ok(!isCallStateOff(unseenPhone));
  });
});

describe('the pause before a phone is looked for again', () => {
  it('grows from seconds to minutes, and no further', () => {
    const delays = [0, 1, 2, 3, 6, 7, 5000].map(retryDelayMs);
    assert.deepEqual(delays, [5_000, 10_000, 20_000, 40_000, 300_000, 300_000, 300_000]);
  });
});
