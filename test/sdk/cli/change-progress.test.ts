import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';

import sinon from 'sinon';

import { ChangeProgress } from '../../../sdk/src/cli/commands/change-progress.ts';
import { Terminal } from '../../../sdk/src/cli/output/terminal.ts';
import { itOnPosix } from '../../support/mocha/platform-tests.ts';
import { simulatedPhone } from '../../support/sdk/simulated-phone.ts';
import { PrintedLines, startCli } from './run-cli.ts';

describe('the progress of a change', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers();
  });
  afterEach(() => {
    clock.restore();
  });

  const watched = (json = false) => {
    const stderr = new PassThrough();
    const terminal = new Terminal({ stdout: new PassThrough(), stderr }, { json, verbose: false });
    const interruption = new AbortController();
    const options = { backend: 'simulator', timeout: 5000 } as const;
    const progress = new ChangeProgress({ terminal, options, signal: interruption.signal });
    const { onProgress } = progress.optionsFor({ restart: true });
    assert.ok(onProgress);
    return { interruption, onProgress, printed: () => String(stderr.read() ?? ''), progress };
  };

  it('is told when a step takes long, and only then', () => {
    const { onProgress, printed, progress } = watched();
    onProgress('waiting-for-changes');
    clock.tick(100);
    onProgress('waiting-for-calls');
    assert.equal(printed(), '');
    clock.tick(10_000);
    assert.match(printed(), /^note: A call is up; [^\n]*\n$/u);
    onProgress('ending-phone');
    progress[Symbol.dispose]();
    clock.tick(10_000);
    assert.equal(printed(), '');
  });

  it('asks who interrupts it to wait for the phone, if it was closed', () => {
    const early = watched();
    early.onProgress('waiting-for-calls');
    early.interruption.abort();
    assert.equal(early.printed(), '');
    const late = watched();
    late.onProgress('ending-phone');
    late.interruption.abort();
    assert.match(late.printed(), /^note: MicroSIP was closed .* started again first; please wait\.\n$/u);
  });

  it('is nothing for programs', () => {
    const { onProgress, printed } = watched(true);
    onProgress('waiting-for-calls');
    clock.tick(10_000);
    assert.equal(printed(), '');
  });
});

describe('microsip settings set --restart, in a call', function () {
  this.timeout(120_000);

  // Windows ends a process instead of interrupting it.
  itOnPosix('says that it waits for its end, and leaves the call alone when interrupted', async () => {
    await using test = await simulatedPhone();
    await test.phone.dialAndWait('101', { until: 'active' });
    const simulator = ['--backend', 'simulator', '--data-dir', test.dataDirectory];
    const child = startCli(['settings', 'set', 'singleMode', 'off', '--restart', ...simulator]);
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    await new PrintedLines(child.stderr).until((line) => line.includes('A call is up'));
    child.kill('SIGINT');
    assert.equal(await ended, 130);
    assert.equal((await test.simulator.status()).calls.length, 1);
  });
});
