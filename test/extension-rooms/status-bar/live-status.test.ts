import assert from 'node:assert/strict';

import { LiveStatus } from '../../../extension/src/status-bar/live-status.ts';
import { english } from '../../support/extension/english.ts';
import { aCall, phoneWith, since } from '../../support/extension/seen-phones.ts';
import { StandingClock } from '../../support/extension/standing-clock.ts';

describe('the status that is kept up to date', () => {
  let clock: StandingClock;
  let shown: (string | undefined)[];
  let status: LiveStatus;

  beforeEach(() => {
    clock = new StandingClock();
    shown = [];
    status = new LiveStatus((text) => shown.push(text?.text), clock, english);
  });

  it('counts the seconds of a call as they begin, by one timer', () => {
    clock.time += 300;
    status.see(phoneWith(aCall({ answeredAt: since })));
    clock.goOn(699);
    assert.equal(shown.length, 1);
    clock.goOn(1);
    clock.goOn(1000);
    assert.deepEqual(
      shown.map((text) => text?.slice(-5)),
      ['00:00', '00:01', '00:02'],
    );
    status.see(phoneWith(aCall({ answeredAt: since, number: '102' })));
    assert.equal(clock.waiting.size, 1);
  });

  it('names a caller once the contacts are read, without another timer', () => {
    status.see(phoneWith(aCall({ answeredAt: since })));
    status.name(new Map([['1', 'Ada']]));
    clock.goOn(1000);
    assert.deepEqual(
      shown.map((text) => text?.slice(text.indexOf('101'))),
      ['101 00:00', '101 · Ada 00:00', '101 · Ada 00:01'],
    );
    assert.equal(clock.waiting.size, 1);
  });

  it('has no timer while there is no time to show', () => {
    status.see(phoneWith(aCall({ answeredAt: since })));
    status.see(phoneWith(aCall({ answeredAt: since, state: 'held' })));
    assert.equal(clock.waiting.size, 0);
    status.see(phoneWith());
    assert.equal(clock.waiting.size, 0);
    clock.goOn(10_000);
    assert.equal(shown.length, 3);
  });

  it('catches up where the machine slept, and goes on where its clock was set back', () => {
    status.see(phoneWith(aCall({ answeredAt: since })));
    clock.time += 3_599_500;
    clock.goOn(0);
    assert.equal(shown.at(-1)?.slice(-5), '59:59');
    clock.time -= 3_600_000;
    status.see(phoneWith(aCall({ answeredAt: since })));
    assert.equal(shown.at(-1)?.slice(-5), '00:00');
    assert.equal(clock.waiting.size, 1);
  });

  it('leaves no timer behind', () => {
    status.see(phoneWith(aCall({ answeredAt: since })));
    status.dispose();
    assert.equal(clock.waiting.size, 0);
  });
});
