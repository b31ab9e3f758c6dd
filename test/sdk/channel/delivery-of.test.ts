import assert from 'node:assert/strict';

import { deliveryOf } from '../../../sdk/src/channel/delivery-of.ts';

describe('a delivery', () => {
  it('went by window message when all of its command lines did', () => {
    const sent = [
      { channel: 'window-message', started: false, remarks: ['2 phones run.'] },
      { channel: 'window-message', started: false, remarks: ['2 phones run.'] },
    ] as const;
    assert.deepEqual(deliveryOf(['/hangupincoming', '/hangupall'], sent, ['Old.'], 3), {
      channel: 'window-message',
      commandLines: ['/hangupincoming', '/hangupall'],
      started: false,
      elapsedMs: 3,
      remarks: ['Old.', '2 phones run.'],
    });
  });

  it('went by launcher, and says why, when one of them did', () => {
    const sent = [
      { channel: 'window-message', started: false },
      { channel: 'launcher', channelReason: 'no phone runs', started: true },
    ] as const;
    const { channel, channelReason, started } = deliveryOf(['1', '2'], sent, [], 3);
    assert.deepEqual([channel, channelReason, started], ['launcher', 'no phone runs', true]);
  });

  it('took milliseconds with one decimal, which is all that says something', () => {
    const sent = [{ channel: 'window-message', started: false }] as const;
    assert.equal(deliveryOf(['1'], sent, [], 0.726_300_001).elapsedMs, 0.7);
    assert.equal(deliveryOf(['1'], sent, [], 312.949_999).elapsedMs, 312.9);
  });
});
