import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { launchGapMs } from '../../sdk/src/channel/queue/claim-turn.ts';
import { programPath } from '../support/sdk/program.ts';
import { simulatedPhone } from '../support/sdk/simulated-phone.ts';
import { until } from '../support/sdk/until.ts';

/** What a start of the program notes about itself. Times are milliseconds since 1970. */
interface RecordedStart {
  readonly startedAt: number;
  readonly endedAt: number;
  readonly exitCode: number;
  readonly tail: string;
}

const workers = 10;
const commandsPerWorker = 10;

describe('a hundred commands from ten processes at once', function () {
  this.timeout(600_000);

  it('all arrive, one after the other, with the gap between them', async () => {
    await using test = await simulatedPhone({}, { singleMode: '0' });
    const recordFile = path.join(test.dataDirectory, 'starts.jsonl');
    await test.phone.start();

    const received: string[] = [];
    const listening = new AbortController();
    const listened = (async () => {
      for await (const effect of test.simulator.effects({ signal: listening.signal })) {
        if (effect.do === 'call') received.push(effect.number);
        if (effect.do === 'hangupAllExceptIncoming') received.push('/hangupall');
      }
    })();

    const numbersOf = (worker: number): string[] =>
      Array.from({ length: commandsPerWorker / 2 }, (_, index) => String(10_000 + worker * 100 + index));
    const environment = {
      ...process.env,
      NODE_OPTIONS: `${process.env['NODE_OPTIONS'] ?? ''} --import ${pathToFileURL(programPath('record-starts')).href}`,
      RECORD_STARTS_IN: recordFile,
    };
    await Promise.all(
      Array.from({ length: workers }, async (_, worker) => {
        const child = spawn(
          process.execPath,
          [programPath('command-worker'), test.dataDirectory, ...numbersOf(worker)],
          { env: environment, stdio: 'inherit' },
        );
        const [exitCode] = (await once(child, 'exit')) as [number | null];
        assert.equal(exitCode, 0, `worker ${worker} failed`);
      }),
    );
    await until(() => received.length >= workers * commandsPerWorker, 'the phone to have got all commands');
    listening.abort();
    await listened;

    const starts = readFileSync(recordFile, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as RecordedStart)
      .sort((one, other) => one.startedAt - other.startedAt);
    assert.equal(starts.length, workers * commandsPerWorker);
    assert.deepEqual(new Set(starts.map(({ exitCode }) => exitCode)), new Set([0]));

    // None lost, none doubled, and the phone got them in the order in which they were started.
    assert.deepEqual(
      received,
      starts.map(({ tail }) => tail),
    );
    for (let worker = 0; worker < workers; worker++) {
      const own = numbersOf(worker);
      assert.deepEqual(
        received.filter((tail) => own.includes(tail)),
        own,
        'a process is served in the order in which it asked',
      );
    }
    assert.equal(received.filter((tail) => tail === '/hangupall').length, (workers * commandsPerWorker) / 2);

    // Times are those of the machine, in whole milliseconds.
    const gaps = starts.slice(1).map((start, index) => start.startedAt - (starts[index]?.endedAt ?? NaN));
    assert.ok(Math.min(...gaps) >= launchGapMs - 5, `the smallest gap is ${Math.min(...gaps)} ms`);
  });
});
