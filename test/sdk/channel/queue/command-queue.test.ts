import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { setImmediate as nextRound } from 'node:timers/promises';

import { launchGapMs } from '../../../../sdk/src/channel/queue/claim-turn.ts';
import { FileQueueFolder } from '../../../../sdk/src/channel/queue/file-queue-folder.ts';
import { CommandQueue } from '../../../../sdk/src/channel/queue/command-queue.ts';
import { ticketName } from '../../../../sdk/src/channel/queue/queue-file.ts';
import { thisProcess } from '../../../../sdk/src/channel/queue/queue-process.ts';
import { startLimits } from '../../../../sdk/src/channel/limits.ts';
import { MicroSipError } from '../../../../sdk/src/microsip-error.ts';
import { programPath } from '../../../support/sdk/program.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';

describe('the queue before MicroSIP', () => {
  const never = new AbortController().signal;
  let directory: TemporaryDirectory;
  let folder: FileQueueFolder;
  let queue: CommandQueue;
  beforeEach(() => {
    directory = temporaryDirectory();
    folder = new FileQueueFolder(() => {
      mkdirSync(directory.path, { recursive: true });
      return directory.path;
    });
    queue = new CommandQueue(folder, thisProcess);
  });
  afterEach(() => directory[Symbol.dispose]());

  const tickets = (): string[] => readdirSync(directory.path).filter((name) => name.startsWith('waiting'));

  it('gives a free turn before anything else can happen', async () => {
    const turn = queue.enter(never, 1000);
    assert.equal(readdirSync(directory.path).length, 1);
    (await turn).end({ handedOver: true });
  });

  it('keeps the gap between the end of a hand-over and the next launch', async () => {
    const first = await queue.enter(never, 5000);
    const endedFrom = Date.now();
    first.end({ handedOver: true });
    const turn = await queue.enter(never, 5000);
    assert.equal(await turn.launchGap(never), true);
    assert.ok(Date.now() - endedFrom >= launchGapMs - 1);
    turn.end({ handedOver: true });
  });

  it('lets in who does not launch without a gap', async () => {
    // Time stands still, so that a gap would never end.
    const now = Date.now();
    const timeless = new CommandQueue(folder, { ...thisProcess, now: () => now });
    for (let turn = 0; turn < 5; turn++) (await timeless.enter(never, 5000)).end({ handedOver: true });
    assert.equal(folder.list().toSorted().at(-1), 'turn-000000000005');
  });

  it('allows no launch to a holder whose turn was given to another during the gap', async () => {
    (await queue.enter(never, 5000)).end({ handedOver: true });
    const turn = await queue.enter(never, 5000);
    const gap = turn.launchGap(never);
    folder.create('turn-000000000003');
    assert.equal(await gap, false);
  });

  it('needs no gap behind a turn in which nothing was handed over', async () => {
    for (let turn = 0; turn < 20; turn++) (await queue.enter(never, 5000)).end({ handedOver: false });
    const last = readdirSync(directory.path).sort().at(-1);
    assert.equal(last, 'turn-000000000020');
    const record = folder.read(last);
    assert.match(record ?? '', /^over \d+ 0 /u);
  });

  it('keeps the order in which one process asked', async () => {
    const order: number[] = [];
    await Promise.all(
      [0, 1, 2, 3, 4, 5].map(async (index) => {
        const turn = await queue.enter(never, 10_000);
        order.push(index);
        turn.end({ handedOver: false });
      }),
    );
    assert.deepEqual(order, [0, 1, 2, 3, 4, 5]);
    assert.deepEqual(tickets(), []);
  });

  it('keeps it too where somebody else, who is next, leaves a free turn lying', async () => {
    // Every look at the clock takes a second, so that everybody's patience is soon over.
    let now = Date.now();
    const impatient = new CommandQueue(folder, {
      ...thisProcess,
      now: () => (now += 1000),
      isAlive: () => true,
    });
    const holder = await impatient.enter(never, 1e9);
    const other = { member: { pid: 1, host: 'aa' }, since: now, until: now + 1e9 };
    folder.create(ticketName(other, 1));
    const order: number[] = [];
    const enter = async (index: number): Promise<void> => {
      const turn = await impatient.enter(never, 1e9);
      order.push(index);
      turn.end({ handedOver: false });
    };
    const waiting = [enter(0), enter(1), enter(2)];
    holder.end({ handedOver: false });
    await Promise.all([...waiting, enter(3)]);
    assert.deepEqual(order, [0, 1, 2, 3]);
  });

  it('times out, says what to do, and leaves the line', async () => {
    const turn = await queue.enter(never, 1000);
    using limits = startLimits({ timeoutMs: 100 });
    await assert.rejects(queue.enter(limits.signal, 100), {
      code: 'TIMEOUT',
      message: /nothing was sent; allow more time/u,
    });
    assert.deepEqual(tickets(), []);
    turn.end({ handedOver: false });
  });

  it('can be left, and those behind move up', async () => {
    const turn = await queue.enter(never, 1000);
    const caller = new AbortController();
    using limits = startLimits({ timeoutMs: 5000, signal: caller.signal });
    const left = assert.rejects(queue.enter(limits.signal, 5000), { code: 'CANCELLED' });
    const behind = queue.enter(never, 5000);
    assert.equal(tickets().length, 2);
    caller.abort();
    await left;
    assert.equal(tickets().length, 1);
    turn.end({ handedOver: false });
    (await behind).end({ handedOver: false });
  });

  it('allows no launch to an owner who gives up during the gap', async () => {
    (await queue.enter(never, 1000)).end({ handedOver: true });
    const caller = new AbortController();
    const turn = await queue.enter(caller.signal, 5000);
    const gap = turn.launchGap(caller.signal);
    caller.abort();
    assert.equal(await gap, false);
    turn.end({ handedOver: false });
    (await queue.enter(never, 5000)).end({ handedOver: false });
  });

  it('lets the next of the same process in as soon as a turn ends', async () => {
    const first = await queue.enter(never, 10_000);
    let entered = false;
    const waiting = queue.enter(never, 10_000).then((turn) => {
      entered = true;
      return turn;
    });
    first.end({ handedOver: true });
    // Less time than there is between two looks of who has to look.
    for (let round = 0; round < 10; round++) await nextRound();
    assert.equal(entered, true);
    (await waiting).end({ handedOver: false });
  });

  it('does not let in who had given up before asking', async () => {
    using limits = startLimits({ timeoutMs: 5000, signal: AbortSignal.abort() });
    await assert.rejects(queue.enter(limits.signal, 5000), { code: 'CANCELLED' });
    assert.deepEqual(readdirSync(directory.path), []);
  });

  it('goes on when a process is killed while it has the turn', async () => {
    const holder = spawn(process.execPath, [programPath('queue-holder'), directory.path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(holder.stdout, 'data');
    const next = queue.enter(never, 10_000);
    assert.equal(tickets().length, 1);
    const livedTo = Date.now();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const turn = await next;
    assert.equal(await turn.launchGap(never), true);
    assert.ok(Date.now() - livedTo >= launchGapMs - 1, 'the dead holder may have launched just before');
    turn.end({ handedOver: false });
  });

  it('works again when its folder was cleaned away', async () => {
    (await queue.enter(never, 1000)).end({ handedOver: false });
    directory[Symbol.dispose]();
    (await queue.enter(never, 1000)).end({ handedOver: false });
    assert.equal(readdirSync(directory.path).length, 1);
  });

  it('says which folder it is that cannot be used', async () => {
    directory[Symbol.dispose]();
    writeFileSync(directory.path, 'something else');
    await assert.rejects(queue.enter(never, 1000), {
      code: 'LAUNCH_FAILED',
      message: /The folder .*, in which commands queue up, cannot be used \(ENOTDIR\); make it writable/u,
    });
    rmSync(directory.path);
  });

  it('makes sure again that its folder is nobody else’s when it was cleaned away', async () => {
    let claims = 0;
    const claimed = new CommandQueue(
      new FileQueueFolder(() => {
        if (++claims === 2) throw new MicroSipError('LAUNCH_FAILED', 'Somebody else was quicker.');
        return directory.path;
      }),
      thisProcess,
    );
    directory[Symbol.dispose]();
    await assert.rejects(claimed.enter(never, 1000), { message: 'Somebody else was quicker.' });
    assert.equal(existsSync(directory.path), false);
  });
});
