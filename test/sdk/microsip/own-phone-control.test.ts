import assert from 'node:assert/strict';

import type { PhoneStatus } from '../../../sdk/src/events/call-event.ts';
import type { Observation, PhoneObserver } from '../../../sdk/src/events/phone-observer.ts';
import { OwnPhoneControl } from '../../../sdk/src/microsip/own-phone-control.ts';
import { simulatedPhone } from '../../support/sdk/simulated-phone.ts';
import { until } from '../../support/sdk/until.ts';

const status = (phone: PhoneStatus['phone']): PhoneStatus => ({ phone, calls: [], sources: ['log'] });

/** A control of a phone of which this is seen, and nothing after it. */
function controlOf(...seen: readonly PhoneStatus[]): OwnPhoneControl {
  const unwanted = (): never => assert.fail('nobody asks this of the phone here');
  const observer: PhoneObserver = {
    findPhone: unwanted,
    findProcess: unwanted,
    status: () => Promise.resolve(seen.at(-1) ?? status('unknown')),
    async *observe(): AsyncGenerator<Observation, void, void> {
      yield* await Promise.resolve(seen);
    },
    track: unwanted,
    told: unwanted,
  };
  return new OwnPhoneControl(observer, unwanted);
}

describe('what a change of settings does to the phone', () => {
  const { signal } = new AbortController();

  it('takes a phone for idle that has no call, and one that does not run', async () => {
    await controlOf(status('idle')).untilIdle(signal);
    await controlOf(status('in-call'), status('not-running')).untilIdle(signal);
  });

  it('does not end a phone of which nothing tells whether a call is up', async () => {
    await assert.rejects(controlOf(status('unknown')).untilIdle(signal), {
      code: 'SETTINGS_BUSY',
      message: /nothing was changed; see that none is/u,
    });
  });

  it('ends it when told that no call is up, but not one in a call', async () => {
    await controlOf(status('unknown')).untilIdle(signal, { assumeIdle: true });
    await assert.rejects(controlOf(status('in-call')).untilIdle(signal, { assumeIdle: true }), {
      code: 'SETTINGS_BUSY',
    });
  });

  it('does not end a phone in a call that can no longer be watched', async () => {
    await assert.rejects(controlOf(status('in-call')).untilIdle(signal), { code: 'SETTINGS_BUSY' });
  });

  it('waits for the end of a call, and has the phone back afterwards', async function () {
    this.timeout(60_000);
    await using test = await simulatedPhone();
    const { phone, simulator } = test;
    await phone.dialAndWait('101', { until: 'active' });
    const before = await simulator.processId();
    const steps: string[] = [];
    const changing = phone.settings.set('singleMode', false, {
      restart: true,
      onProgress: (step) => steps.push(step),
    });
    await until(() => steps.includes('waiting-for-calls'), 'the wait for the end of calls');
    assert.equal((await simulator.status()).calls.length, 1);
    await simulator.farEnd({ do: 'hang-up' });
    const { changed, restarted } = await changing;
    assert.deepEqual([changed, restarted], [true, true]);
    await simulator.waitUntilRunning();
    assert.notEqual(await simulator.processId(), before);
    assert.equal(await phone.settings.get('singleMode'), false);
  });
});
