import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { standInPhone, type StandIn } from '../../support/windows/stand-in-phone.ts';

const workers = [1, 2, 3, 4];

/** What each worker sends: its own number, and a count. */
function digitsOf(worker: number, each: number): readonly string[] {
  return Array.from({ length: each }, (_, count) => `${worker}*${count}`);
}

/** Has all workers send at once, each from a process of its own, and gives what arrived of each. */
async function sendFromAll(
  phone: StandIn,
  program: 'sends-digits' | 'launches-digits',
  each: number,
): Promise<readonly (readonly string[])[]> {
  const script = path.join(import.meta.dirname, 'programs', `${program}.ts`);
  const ends = workers.map(async (worker) => {
    const child = spawn(process.execPath, [script, phone.executable, ...digitsOf(worker, each)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return (await once(child, 'exit'))[0] as unknown;
  });
  assert.deepEqual(
    await Promise.all(ends),
    workers.map(() => 0),
  );
  const received = await phone.untilReceived(each * workers.length);
  assert.equal(received.length, each * workers.length);
  const digits = received.map((text) => text.replace('/dtmf:', ''));
  return workers.map((worker) => digits.filter((text) => text.startsWith(`${worker}*`)));
}

describe('commands of several processes, on Windows', () => {
  let phone: StandIn;
  beforeEach(async () => {
    // Two starts at once would meet here for certain.
    phone = standInPhone({ holdIniMs: 100 });
    await phone.start();
  });
  afterEach(() => phone[Symbol.asyncDispose]());

  it('all arrive, 200 of them, and each process’s in its order', async () => {
    const received = await sendFromAll(phone, 'sends-digits', 50);
    assert.deepEqual(
      received,
      workers.map((worker) => digitsOf(worker, 50)),
    );
  }).timeout(180_000);

  it('provoke no race for the ini where they are starts of the program: no start meets another', async () => {
    const received = await sendFromAll(phone, 'launches-digits', 5);
    assert.deepEqual(
      received,
      workers.map((worker) => digitsOf(worker, 5)),
    );
    const records = phone.records();
    assert.deepEqual(
      records.filter(({ what }) => what === 'ini-denied' || what === 'message-box'),
      [],
    );
    const inUse = new Set<number>();
    for (const { what, process: pid } of records) {
      if (what === 'ini-opened') inUse.add(pid);
      if (what === 'ini-closed') inUse.delete(pid);
      assert.ok(inUse.size <= 1, 'two starts had the ini at once');
    }
  }).timeout(180_000);
});
