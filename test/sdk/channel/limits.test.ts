import assert from 'node:assert/strict';

import sinon from 'sinon';

import { interruptionError, interruptionOf, startLimits } from '../../../sdk/src/channel/limits.ts';

describe('the limits of a command', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => clock.restore());

  it('end it when its time is over, not before', () => {
    using limits = startLimits({ timeoutMs: 500 });
    clock.tick(499);
    assert.equal(interruptionOf(limits.signal), undefined);
    clock.tick(1);
    assert.equal(interruptionOf(limits.signal), 'TIMEOUT');
  });

  it('end it when the caller gives up, and keep the reason as the cause', () => {
    const caller = new AbortController();
    using limits = startLimits({ timeoutMs: 500, signal: caller.signal });
    const reason = new Error('the user closed the window');
    caller.abort(reason);
    assert.equal(interruptionOf(limits.signal), 'CANCELLED');
    const error = interruptionError(limits.signal, 'too late', 'nothing was sent');
    assert.equal(error.code, 'CANCELLED');
    assert.equal(error.cause, reason);
    assert.match(error.message, /nothing was sent/u);
  });

  it('end it when the phone is disposed of', () => {
    const disposal = new AbortController();
    using limits = startLimits({ timeoutMs: 500, disposal: disposal.signal });
    disposal.abort();
    assert.equal(interruptionOf(limits.signal), 'DISPOSED');
  });

  it('are over from the start when the caller had given up before', () => {
    using limits = startLimits({ timeoutMs: 500, signal: AbortSignal.abort() });
    assert.equal(interruptionOf(limits.signal), 'CANCELLED');
  });

  it('leave no timer behind', () => {
    startLimits({ timeoutMs: 500 })[Symbol.dispose]();
    assert.equal(clock.countTimers(), 0);
  });

  for (const timeoutMs of [0, -1, NaN, Infinity, 2 ** 31]) {
    it(`refuse ${timeoutMs} ms, which no timer can measure`, () => {
      assert.throws(() => startLimits({ timeoutMs }), { code: 'INVALID_ARGUMENT' });
    });
  }
});
