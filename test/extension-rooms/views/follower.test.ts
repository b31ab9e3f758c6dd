import assert from 'node:assert/strict';

import { Follower } from '../../../extension/src/views/follower.ts';
import { StandingClock } from '../../support/extension/standing-clock.ts';

describe('following what nobody tells of', () => {
  let clock: StandingClock;
  let looks: number;
  let failures: unknown[];
  /** Ends the look that is under way. */
  let finish: (error?: Error) => Promise<void>;
  let follower: Follower;

  beforeEach(() => {
    clock = new StandingClock();
    looks = 0;
    failures = [];
    follower = new Follower(
      () =>
        new Promise((resolve, reject) => {
          looks++;
          finish = async (error) => {
            if (error === undefined) resolve();
            else reject(error);
            // What comes after the look is done when its promise is.
            await new Promise(setImmediate);
          };
        }),
      clock,
      (error) => failures.push(error),
    );
  });

  it('looks at nothing as long as nobody wants to know', () => {
    follower.hint();
    clock.goOn(60_000);
    assert.equal(looks, 0);
    assert.equal(clock.waiting.size, 0);
  });

  it('looks at once when somebody does, and then now and then', async () => {
    follower.pay('closely');
    clock.goOn(0);
    assert.equal(looks, 1);
    await finish();
    clock.goOn(4_999);
    assert.equal(looks, 1);
    clock.goOn(1);
    assert.equal(looks, 2);
  });

  it('waits for the end of a look, however long it takes, before the next', async () => {
    follower.pay('closely');
    clock.goOn(60_000);
    for (let hint = 0; hint < 100; hint++) follower.hint();
    clock.goOn(60_000);
    assert.equal(looks, 1);
    await finish();
    // One look for all the hints.
    clock.goOn(250);
    assert.equal(looks, 2);
    await finish();
    clock.goOn(4_999);
    assert.equal(looks, 2);
  });

  it('looks once for many hints', async () => {
    follower.pay('loosely');
    clock.goOn(0);
    await finish();
    for (let hint = 0; hint < 100; hint++) follower.hint();
    clock.goOn(60_000);
    assert.equal(looks, 2);
  });

  it('goes by hints alone while nobody looks closely', async () => {
    follower.pay('loosely');
    clock.goOn(0);
    await finish();
    clock.goOn(3_600_000);
    assert.equal(looks, 1);
    follower.pay('closely');
    clock.goOn(5_000);
    assert.equal(looks, 2);
  });

  it('stops when nobody wants to know any more, and looks at once when somebody does again', async () => {
    follower.pay('closely');
    clock.goOn(0);
    follower.pay('none');
    await finish();
    assert.equal(clock.waiting.size, 0);
    follower.pay('loosely');
    clock.goOn(0);
    assert.equal(looks, 2);
  });

  it('tells what a look failed with, and goes on', async () => {
    follower.pay('closely');
    clock.goOn(0);
    const error = new Error('unreadable');
    await finish(error);
    assert.deepEqual(failures, [error]);
    clock.goOn(5_000);
    assert.equal(looks, 2);
  });

  it('does nothing more once it is disposed of', async () => {
    follower.pay('closely');
    clock.goOn(0);
    follower.dispose();
    await finish();
    follower.hint();
    assert.equal(clock.waiting.size, 0);
  });
});
