import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';

import { MicroSipError } from '../../../../sdk/src/microsip-error.ts';
import { TimeLimit } from '../../../../sdk/src/settings/transaction/time-limit.ts';

describe('the time that a change may take', () => {
  const denied = new MicroSipError('ACCESS_DENIED', 'Windows denies it.');

  it('waits no longer, whether the work heeds the signal or not', async () => {
    using limit = new TimeLimit(20, undefined);
    await assert.rejects(
      limit.wait('Waiting', () => new Promise(() => undefined)),
      { code: 'TIMEOUT', message: /^Waiting took more than 20 ms/u },
    );
  });

  for (const [what, fail] of [
    ['is ended by the signal', (signal: AbortSignal) => delay(60_000, undefined, { signal })],
    [
      'says itself that it was cancelled',
      () => Promise.reject(new MicroSipError('CANCELLED', 'The command was cancelled.')),
    ],
  ] as const) {
    it(`is what work failed of that ${what}`, async () => {
      const caller = new AbortController();
      using limit = new TimeLimit(60_000, caller.signal);
      const work = limit.finish('Registering', async (signal) => {
        caller.abort();
        await fail(signal);
      });
      await assert.rejects(work, { code: 'CANCELLED', message: /the settings are as they were/u });
    });
  }

  it('hides nothing that went wrong in work that could not be left half way', async () => {
    const caller = new AbortController();
    using limit = new TimeLimit(60_000, caller.signal);
    const work = limit.finish('Registering', () => {
      caller.abort();
      return Promise.reject(denied);
    });
    await assert.rejects(work, denied);
  });

  it('lets no work begin when it is over', async () => {
    using limit = new TimeLimit(60_000, AbortSignal.abort());
    await assert.rejects(
      limit.finish('Registering', () => assert.fail('it began')),
      { code: 'CANCELLED' },
    );
  });
});
