import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  claimTurn,
  endTurn,
  launchGapMs,
  turnLeaseMs,
  type Attempt,
  type Claimant,
  type EndedTurn,
} from '../../../../sdk/src/channel/queue/claim-turn.ts';
import { turnOf, writeTurn } from '../../../../sdk/src/channel/queue/queue-file.ts';
import { complaintAbout, MemoryFolder, QueueModel } from './queue-model.ts';

const processes = 4;
const pid = fc.nat(processes - 1);

/** What happens next: one act of one process, a longer run of one, time that passes, a crash. */
const happening = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({ do: fc.constant('step' as const), pid, times: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('step' as const), pid, times: fc.constant(40) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('pass' as const), ms: fc.constantFrom(40, 300, 1000, 2500) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), pid }) },
);

describe('claiming a turn, whatever the order in which processes come to act', () => {
  it('lets one launch at a time, keeps the gap, and leaves nobody behind', function () {
    this.timeout(120_000);
    let crashesSeen = 0;
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 150 }), (happenings) => {
        const model = new QueueModel(processes);
        let passed = 0;
        for (const what of happenings) {
          // A living process that does nothing for a whole lease is passed over, which is another test.
          if (what.do === 'pass' && passed + what.ms < turnLeaseMs) {
            model.now += what.ms;
            passed += what.ms;
          }
          if (what.do === 'step') for (let time = 0; time < what.times; time++) model.step(what.pid);
          if (what.do === 'crash') model.crash(what.pid);
        }
        for (let round = 0; round < 4000; round++) {
          for (let process = 0; process < model.size; process++) model.step(process);
          model.now += 10;
        }
        assert.equal(complaintAbout(model.launches), undefined);
        for (let process = 0; process < model.size; process++) {
          const phase = model.phaseOf(process);
          assert.ok(
            phase === 'done' || phase === 'crashed',
            `process ${process} is still ${phase ?? 'nowhere'}`,
          );
          if (phase === 'crashed') crashesSeen++;
        }
      }),
      { numRuns: 1500 },
    );
    assert.ok(crashesSeen > 0);
  });
});

describe('claiming a turn', () => {
  let now: number;
  let alive: (pid: number) => boolean;
  let folder: MemoryFolder;
  beforeEach(() => {
    now = 5_000_000;
    alive = () => true;
    folder = new MemoryFolder(() => now);
  });

  const claim = (claimant: Partial<Claimant> & { readonly pid: number }): Attempt => {
    const { pid: process, ...rest } = claimant;
    const steps = claimTurn(
      folder,
      { member: { pid: process, host: 'aa' }, until: now + 60_000, count: process, ...rest },
      { now: () => now, isAlive: (member) => alive(member.pid) },
    );
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  };
  const claimed = (attempt: Attempt): Attempt & { outcome: 'claimed' } => {
    assert.equal(attempt.outcome, 'claimed');
    return attempt;
  };
  const waiting = (attempt: Attempt): Attempt & { outcome: 'waiting' } => {
    assert.equal(attempt.outcome, 'waiting');
    return attempt;
  };
  const end = (turn: number): void => endTurn(folder, turn, { endedAt: now, handOverAt: now });

  it('succeeds at once, without a gap, where nobody ever launched', () => {
    assert.ok(claimed(claim({ pid: 1 })).launchNotBefore <= now);
  });

  it('gives the launch after another the gap that is left of it', () => {
    end(claimed(claim({ pid: 1 })).turn);
    const endedAt = now;
    now += 100;
    assert.equal(claimed(claim({ pid: 2 })).launchNotBefore, endedAt + launchGapMs);
  });

  it('does not stretch the gap when the clock was set back', () => {
    end(claimed(claim({ pid: 1 })).turn);
    now -= 3_600_000;
    assert.equal(claimed(claim({ pid: 2 })).launchNotBefore, now + launchGapMs);
  });

  it('keeps the gap to the last launch when the turn between was given up', () => {
    end(claimed(claim({ pid: 1 })).turn);
    const handOverAt = now;
    now += 50;
    const givenUp = claimed(claim({ pid: 2 }));
    endTurn(folder, givenUp.turn, { endedAt: now, handOverAt: givenUp.lastHandOverAt });
    now += 50;
    assert.equal(claimed(claim({ pid: 3 })).launchNotBefore, handOverAt + launchGapMs);
  });

  it('goes in the order in which tickets were drawn, whoever looks first', () => {
    const holder = claimed(claim({ pid: 1 }));
    const tickets = [5, 3, 4].map((process) => {
      now += 1;
      return { pid: process, ticket: waiting(claim({ pid: process })).ticket };
    });
    end(holder.turn);
    const served: number[] = [];
    while (served.length < 3) {
      for (const waiter of [...tickets].reverse()) {
        if (served.includes(waiter.pid)) continue;
        const attempt = claim(waiter);
        if (attempt.outcome === 'waiting') continue;
        served.push(waiter.pid);
        end(attempt.turn);
      }
    }
    assert.deepEqual(served, [5, 3, 4]);
  });

  it('lets newcomers go behind those who wait', () => {
    const holder = claimed(claim({ pid: 1 }));
    waiting(claim({ pid: 2 }));
    end(holder.turn);
    waiting(claim({ pid: 3 }));
  });

  it('does not wait for those who died in the line', () => {
    const holder = claimed(claim({ pid: 1 }));
    waiting(claim({ pid: 2 }));
    end(holder.turn);
    alive = (process) => process !== 2;
    claimed(claim({ pid: 3 }));
    assert.deepEqual(
      folder.list().filter((name) => turnOf(name) === undefined),
      [],
    );
  });

  it('does not wait long for those who sleep in the line', () => {
    const holder = claimed(claim({ pid: 1 }));
    waiting(claim({ pid: 2 }));
    end(holder.turn);
    now += 2001;
    claimed(claim({ pid: 3 }));
  });

  it('passes over a holder that died, and keeps the gap to the launch it may have made', () => {
    claimed(claim({ pid: 1 }));
    waiting(claim({ pid: 2 }));
    alive = (process) => process === 3;
    now += 1000;
    assert.equal(claimed(claim({ pid: 3 })).launchNotBefore, now + launchGapMs);
  });

  it('passes over a holder whose process id is in use again, when its lease has run out', () => {
    claimed(claim({ pid: 1 }));
    now += turnLeaseMs;
    waiting(claim({ pid: 2 }));
    now += 1;
    claimed(claim({ pid: 3, ticket: 'waiting-0' }));
  });

  it('does not wait for hours when the clock was set back and a holder’s process id is in use again', () => {
    claimed(claim({ pid: 1 }));
    now -= 3_600_000;
    claimed(claim({ pid: 2 }));
  });

  it('passes over a holder that died before it had written who it is', () => {
    folder.create('turn-000000000007');
    waiting(claim({ pid: 1 }));
    now += 2001;
    assert.equal(claimed(claim({ pid: 2, ticket: 'waiting-0' })).turn, 8);
  });

  /** A process that stops in the middle of an attempt, and what it comes to when it goes on. */
  const stalled = (process: number, stopsAfter: () => boolean): (() => Attempt) => {
    const steps = claimTurn(
      folder,
      { member: { pid: process, host: 'aa' }, until: now + 60_000, count: process },
      { now: () => now, isAlive: () => true },
    );
    do steps.next();
    while (!stopsAfter());
    return () => {
      for (;;) {
        const step = steps.next();
        if (step.done === true) return step.value;
      }
    };
  };

  it('fails for who stopped before creating a turn that others have had, ended and cleaned away', () => {
    const goOn = stalled(1, () => true);
    end(claimed(claim({ pid: 2 })).turn);
    end(claimed(claim({ pid: 3 })).turn);
    end(claimed(claim({ pid: 5 })).turn);
    const holder = claimed(claim({ pid: 4 }));
    assert.ok(!folder.list().some((name) => turnOf(name) === 1));
    waiting(goOn());
    assert.equal(Math.max(...folder.list().map((name) => turnOf(name) ?? 0)), holder.turn);
  });

  it('fails for who stopped before writing who it is until others took it for dead', () => {
    const goOn = stalled(1, () => folder.list().length > 0);
    now += 2001;
    claimed(claim({ pid: 2 }));
    waiting(goOn());
  });

  it('does not take for dead who went on writing while one was stopped', () => {
    let steps = 0;
    folder.create('turn-000000000001');
    const goOn = stalled(1, () => ++steps === 2);
    folder.write(
      'turn-000000000001',
      writeTurn({ state: 'held', member: { pid: 2, host: 'aa' }, expiresAt: now + turnLeaseMs }),
    );
    now += 2001;
    waiting(goOn());
  });

  describe('right behind one’s own', () => {
    const looks = (): (() => number) => {
      let count = 0;
      const list = folder.list.bind(folder);
      folder.list = () => {
        count++;
        return list();
      };
      return () => count;
    };
    const lastOf = (turn: number): EndedTurn => ({ turn, endedAt: now, handOverAt: now });

    it('takes one look, and keeps the gap', () => {
      const { turn } = claimed(claim({ pid: 1 }));
      end(turn);
      const endedAt = now;
      now += 10;
      const last = { turn, endedAt, handOverAt: endedAt };
      const count = looks();
      const next = claimed(claim({ pid: 1, last }));
      assert.deepEqual([next.turn, next.launchNotBefore, count()], [turn + 1, endedAt + launchGapMs, 1]);
    });

    it('lets those before who wait already', () => {
      const { turn } = claimed(claim({ pid: 1 }));
      const { ticket } = waiting(claim({ pid: 2 }));
      now += 1;
      end(turn);
      waiting(claim({ pid: 1, last: lastOf(turn) }));
      claimed(claim({ pid: 2, ticket }));
    });

    it('fails where another was quicker', () => {
      const { turn } = claimed(claim({ pid: 1 }));
      end(turn);
      const last = lastOf(turn);
      claimed(claim({ pid: 2 }));
      waiting(claim({ pid: 1, last }));
    });

    it('fails where others have had that turn and cleaned it away', () => {
      const { turn } = claimed(claim({ pid: 1 }));
      end(turn);
      const last = lastOf(turn);
      for (const other of [2, 3, 4]) end(claimed(claim({ pid: other })).turn);
      const holder = claimed(claim({ pid: 5 }));
      waiting(claim({ pid: 1, last }));
      assert.equal(Math.max(...folder.list().map((name) => turnOf(name) ?? 0)), holder.turn);
    });

    it('is not tried long after, when the folder may have been cleaned', () => {
      const { turn } = claimed(claim({ pid: 1 }));
      end(turn);
      const last = lastOf(turn);
      for (const name of folder.list()) folder.remove(name);
      const holder = claimed(claim({ pid: 2 }));
      assert.equal(holder.turn, 1);
      now += 60_001;
      end(holder.turn);
      assert.equal(claimed(claim({ pid: 1, last })).turn, 2);
    });
  });

  it('leaves no more than two turns lying about', () => {
    for (let turn = 0; turn < 10; turn++) end(claimed(claim({ pid: 1 })).turn);
    assert.equal(folder.list().length, 2);
  });
});
