import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  readTurn,
  ticketName,
  ticketOf,
  turnFileName,
  turnOf,
  writeTurn,
  type QueueMember,
  type TurnRecord,
} from '../../../../sdk/src/channel/queue/queue-file.ts';

const time = fc.integer({ min: 0, max: 4_102_444_800_000 });
const plain = { noNullPrototype: true };
const member: fc.Arbitrary<QueueMember> = fc.record(
  { pid: fc.integer({ min: 1, max: 2 ** 32 - 1 }), host: fc.stringMatching(/^[0-9a-f]{8}$/u) },
  plain,
);
const turnRecord: fc.Arbitrary<TurnRecord> = fc.oneof(
  fc.record({ state: fc.constant('held' as const), member, expiresAt: time }, plain),
  fc.record({ state: fc.constant('over' as const), endedAt: time, handOverAt: time }, plain),
);

describe("the files of the queue's folder", () => {
  it('say in their content what a turn is', () => {
    fc.assert(fc.property(turnRecord, (record) => assert.deepEqual(readTurn(writeTurn(record)), record)));
  });

  it('have one length, so that one record replaces another in a single write', () => {
    const lengths = new Set(fc.sample(turnRecord, 200).map((record) => writeTurn(record).length));
    assert.equal(lengths.size, 1);
  });

  it('say nothing while they are half written', () => {
    fc.assert(
      fc.property(turnRecord, fc.nat(63), (record, length) =>
        assert.equal(readTurn(writeTurn(record).slice(0, length)), undefined),
      ),
    );
  });

  it('say in their name which turn they are', () => {
    fc.assert(fc.property(fc.nat(), (turn) => assert.equal(turnOf(turnFileName(turn)), turn)));
  });

  it('say in their name whose ticket they are', () => {
    fc.assert(
      fc.property(member, time, time, fc.nat(), (owner, since, until, count) => {
        const name = ticketName({ member: owner, since, until }, count);
        assert.deepEqual(ticketOf(name), { name, member: owner, since, until });
      }),
    );
  });

  it('sort as the tickets were drawn', () => {
    const drawn = { member: { pid: 7, host: 'aa' }, until: 9 };
    const names = [
      ticketName({ ...drawn, since: 999 }, 5),
      ticketName({ ...drawn, since: 1000 }, 6),
      ticketName({ ...drawn, since: 1000 }, 10),
    ];
    assert.deepEqual([...names].sort(), names);
  });

  it('mean nothing when they are something else', () => {
    for (const name of ['turn-1', 'turn-0000000000001', 'waiting-1', '.DS_Store', 'turn-000000000001.bak']) {
      assert.equal(turnOf(name), undefined);
      assert.equal(ticketOf(name), undefined);
    }
  });
});
