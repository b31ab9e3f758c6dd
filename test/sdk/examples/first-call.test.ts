import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { itOnPosix } from '../../support/mocha/platform-tests.ts';

const demo = fileURLToPath(new URL('../../../sdk/examples/first-call.ts', import.meta.url));

describe('the demo of `npm start`', function () {
  this.timeout(120_000);
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'microsip-demo-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  const start = () =>
    spawn(process.execPath, [demo], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder, NO_COLOR: '1' },
    });
  /** What the demo made there; Node.js may keep its own compile cache in the same folder. */
  const leftBehind = async () => (await readdir(folder)).filter((name) => name.startsWith('first-call-'));

  it('shows the life of its calls in their order, and leaves nothing behind', async () => {
    const child = start();
    const ended = once(child, 'close') as Promise<[number | null]>;
    const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
    assert.deepEqual([code, stderr], [0, '']);

    const expected = [
      /phone\.start\(\)\s+microsip\.exe$/mu,
      /phone\.dial\('\+1 \(415\) 555-2671'\)\s+microsip\.exe \+14155552671$/mu,
      /calling\s+to \+14155552671/u,
      /ringing\s+to \+14155552671/u,
      /active\s+to \+14155552671/u,
      /ended\s+to \+14155552671, hung-up/u,
      /incoming\s+from 101 \(Ada Lovelace\)/u,
      /phone\.answer\(\)/u,
      /active\s+from 101/u,
      /calling\s+to -hangup/u,
      /“-hangup” is no command of MicroSIP/u,
      /ended\s+(?:from 101|to -hangup)/u,
      /phone\.exit\(\)\s+microsip\.exe \/exit$/mu,
      /not-running/u,
      /npm run extension/u,
      /npm run docs/u,
    ];
    let place = 0;
    for (const line of expected) {
      const found = line.exec(stdout.slice(place));
      assert.ok(found !== null, `${String(line)} is not to be found behind:\n${stdout.slice(0, place)}`);
      place += found.index + found[0].length;
    }
    assert.deepEqual(await leftBehind(), []);
  });

  itOnPosix('cleans up when it is interrupted in the middle of a call', async () => {
    // Windows ends a process instead of interrupting it.
    const child = start();
    const ended = once(child, 'close') as Promise<[number | null]>;
    let shown = '';
    for await (const part of child.stdout) {
      shown += String(part);
      if (shown.includes('calling') && !child.killed) child.kill('SIGINT');
    }
    const [code] = await ended;
    assert.equal(code, 130);
    assert.deepEqual(await leftBehind(), []);
  });
});
