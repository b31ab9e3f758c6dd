import assert from 'node:assert/strict';
import path from 'node:path';

import type { ProcessSighting } from '../../../../sdk/src/events/phone-process/process-watch.ts';
import { RealProcess } from '../../../../sdk/src/events/phone-process/real-process.ts';
import { describeOnPosix, itOnLinux } from '../../../support/mocha/platform-tests.ts';
import { winePhone, wslPhone } from '../../../support/sdk/found-phones.ts';
import { standIn } from '../../../support/sdk/stand-in-process.ts';
import { standInWindows } from '../../../support/sdk/stand-in-windows.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';

/** Lets the watch look so many times, without waiting, and tells how long it would have waited. */
function looks(count: number, onPause: (number: number) => Promise<void> = () => Promise.resolve()) {
  const stop = new AbortController();
  const pauses: number[] = [];
  const pause = async (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds);
    await onPause(pauses.length);
    if (pauses.length === count) stop.abort();
  };
  return { pause, pauses, signal: stop.signal };
}

async function sightings(watch: RealProcess, signal: AbortSignal): Promise<readonly ProcessSighting[]> {
  const seen: ProcessSighting[] = [];
  for await (const sighting of watch.observe(signal)) seen.push(sighting);
  return seen;
}

describeOnPosix('the watch of a real phone', () => {
  it('looks ever less often for one that stays away, where each look starts a program', async () => {
    using directory = temporaryDirectory();
    const windows = standInWindows(directory.path, { tasklist: "console.log('INFO: No tasks')" });
    const { pause, pauses, signal } = looks(5);
    const installation = wslPhone(directory.path);
    const seen = await sightings(new RealProcess(installation, { pause, windows }), signal);
    assert.deepEqual(seen, [{ running: false }]);
    assert.deepEqual(pauses, [2000, 4000, 5000, 5000, 5000]);
  });

  itOnLinux('tells that one is there, is gone, and is there again', async () => {
    using directory = temporaryDirectory();
    const installation = winePhone(path.join(directory.path, 'microsip.exe'));
    let phone = await standIn(installation.executable);
    const { pause, signal } = looks(3, async (number) => {
      if (number === 1) await phone[Symbol.asyncDispose]();
      if (number === 2) phone = await standIn(installation.executable);
    });
    const seen = await sightings(new RealProcess(installation, { pause }), signal);
    await phone[Symbol.asyncDispose]();
    assert.deepEqual(
      seen.map(({ running }) => running),
      [true, false, true],
    );
  });
});
