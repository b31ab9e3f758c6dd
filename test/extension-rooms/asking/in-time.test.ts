import assert from 'node:assert/strict';

import { inTime } from '../../../extension/src/asking/in-time.ts';
import { StandingClock } from '../../support/extension/standing-clock.ts';

describe('waiting for something after Enter', () => {
  it('ends when it is done, or fails', async () => {
    const clock = new StandingClock();
    await inTime(Promise.resolve(), clock);
    await inTime(Promise.reject(new Error('gone')), clock);
    assert.equal(clock.waiting.size, 0);
  });

  it('ends without it after two seconds', async () => {
    const clock = new StandingClock();
    let isOver = false;
    const waited = inTime(new Promise(() => undefined), clock).then(() => {
      isOver = true;
    });
    clock.goOn(1_999);
    await new Promise(setImmediate);
    assert.equal(isOver, false);
    clock.goOn(1);
    await waited;
    assert.ok(isOver);
  });
});
