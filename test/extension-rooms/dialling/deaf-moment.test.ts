import assert from 'node:assert/strict';

import { DeafMoment } from '../../../extension/src/dialling/deaf-moment.ts';
import { StandingClock } from '../../support/extension/standing-clock.ts';

describe('a question that just came up', () => {
  it('hears no second click of a double click, and then every answer', () => {
    const clock = new StandingClock();
    const moment = new DeafMoment(clock);
    for (const [later, isOver] of [
      [0, false],
      [499, false],
      [1, true],
      [60_000, true],
    ] as const) {
      clock.goOn(later);
      assert.equal(moment.isOver, isOver);
    }
  });

  it('is not deaf for long where the clock is set back', () => {
    const clock = new StandingClock();
    const moment = new DeafMoment(clock);
    clock.time -= 3_600_000;
    assert.equal(moment.isOver, true);
  });
});
