import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { claimQueueDirectory } from '../../../sdk/src/channel/queue/queue-directory.ts';
import type { MicroSipEvent, PhoneStatus } from '../../../sdk/src/events/call-event.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { forgetInstance } from '../../support/sdk/forget-instance.ts';
import { until } from '../../support/sdk/until.ts';
import { cliProcess, PrintedLines, startCli } from './run-cli.ts';

/** Whoever it is that calls, their name must not act on a terminal. */
const hostileCaller = '"\u001b[31mAda\u202e" <sip:200@pbx.test>';

const isCall =
  (state: string, number?: string) =>
  (line: string): boolean => {
    const event = JSON.parse(line) as MicroSipEvent;
    return (
      event.type === 'call' && event.state === state && (number === undefined || event.number === number)
    );
  };

describe('a session with the simulated phone, each command a process of its own', function () {
  this.timeout(120_000);
  let dataDirectory: string;
  let options: string[];
  let phone: ReturnType<typeof startCli>;
  let phoneLines: PrintedLines;
  const notes: string[] = [];

  const run = (...words: string[]): ReturnType<typeof cliProcess> => cliProcess([...words, ...options]);

  before(async () => {
    dataDirectory = await mkdtemp(path.join(tmpdir(), 'microsip-cli-'));
    options = ['--backend', 'simulator', '--data-dir', dataDirectory];
    const script = path.join(dataDirectory, 'far-ends.json');
    const far = {
      rules: [
        {
          dialled: '300',
          steps: [
            { after: 10, do: 'ring' },
            { after: 10, do: 'answer' },
          ],
        },
        {
          dialled: '486',
          steps: [
            { after: 10, do: 'ring' },
            { after: 10, do: 'refuse', status: 486 },
          ],
        },
        { dialled: '301', steps: [{ after: 10, do: 'ring' }] },
      ],
    };
    await writeFile(script, JSON.stringify(far));
    phone = startCli(['simulator', 'run', '--script', script, '--json', '--data-dir', dataDirectory]);
    phone.stderr.on('data', (note: Buffer) => notes.push(String(note)));
    phoneLines = new PrintedLines(phone.stdout);
    await phoneLines.until((line) => line.includes('"registered"'));
  });

  after(async () => {
    const client = new SimulatorClient(dataDirectory);
    if (await client.isRunning()) await client.crash();
    if (phone.exitCode === null && phone.signalCode === null) phone.kill('SIGKILL');
    forgetInstance(dataDirectory);
    await rm(claimQueueDirectory({ dataDirectory }), { recursive: true, force: true });
    await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
  });

  it('says on stderr where the phone runs, and on stdout what it does', async () => {
    const note = `runs in ${dataDirectory}; Ctrl-C ends it.`;
    await until(() => notes.join('').includes(note), 'the note, which comes by another pipe');
    assert.ok(phoneLines.all.every((line) => 'type' in (JSON.parse(line) as MicroSipEvent)));
  });

  it('refuses a second phone in the same folder', async () => {
    const second = await cliProcess(['simulator', 'run', '--data-dir', dataDirectory, '--json']);
    assert.equal(second.code, 1);
    assert.match(second.stdout, /^\{"error":\{"code":"LAUNCH_FAILED".*\}\n$/u);
  });

  it('shows the state as text and as JSON, and as events', async () => {
    const [people, programs, events] = await Promise.all([
      run('status'),
      run('status', '--json'),
      run('events', '--json'),
    ]);
    assert.match(
      people.stdout,
      /^phone\s+idle\s+known from: simulator\nregistration\s+registered\s+sip:1001@pbx\.test/u,
    );
    const status = JSON.parse(programs.stdout) as PhoneStatus;
    assert.deepEqual([status.phone, status.calls, status.registration?.state], ['idle', [], 'registered']);
    const types = events.stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as MicroSipEvent).type);
    assert.deepEqual(types, ['phone', 'registration']);
    assert.deepEqual([people.code, programs.code, events.code], [0, 0, 0]);
  });

  it('dials and waits for the answer, with exactly one JSON value; events and status follow', async () => {
    const following = startCli(['events', '--follow', '--json', ...options]);
    const watching = startCli(['status', '--follow', '--json', ...options]);
    const events = new PrintedLines(following.stdout);
    const states = new PrintedLines(watching.stdout);
    await Promise.all([events.until((line) => line.includes('registered')), states.until(() => true)]);

    const dialled = await run('dial', '300', '--wait', 'active', '--json');
    const value = JSON.parse(dialled.stdout) as {
      delivered: boolean;
      commandLines: string[];
      call: MicroSipEvent;
    };
    assert.deepEqual([value.delivered, value.commandLines, value.call.state], [true, ['300'], 'active']);
    assert.deepEqual([dialled.code, dialled.stderr], [0, '']);

    await events.until(isCall('active', '300'));
    await states.until((line) => (JSON.parse(line) as PhoneStatus).calls[0]?.state === 'active');
    assert.equal((await run('hangup')).code, 0);
    await events.until(isCall('ended', '300'));

    for (const child of [following, watching]) {
      const ended = once(child, 'close') as Promise<[number | null]>;
      child.kill('SIGINT');
      const [code] = await ended;
      // Windows ends a process instead of interrupting it.
      if (process.platform !== 'win32') assert.equal(code, 130);
    }
  });

  it('tells a call that ended before it was answered, and fails', async () => {
    const { code, stdout } = await run('dial', '486', '--wait', 'active', '--json');
    const { call } = JSON.parse(stdout) as { call: { state: string; reason: string; status: number } };
    assert.deepEqual([call.state, call.reason, call.status, code], ['ended', 'busy', 486, 1]);
  });

  it('waits no longer than it may', async () => {
    const { code, stdout } = await run('dial', '301', '--wait', 'active', '--timeout', '5000', '--json');
    assert.equal((JSON.parse(stdout) as { error: { code: string } }).error.code, 'TIMEOUT');
    assert.equal(code, 5);
    assert.equal((await run('hangup')).code, 0);
    await phoneLines.until(isCall('ended', '301'));
  });

  it('lets a call come in, answers it, and shows nothing of a hostile name that acts on the terminal', async () => {
    const rang = await run('simulator', 'ring', hostileCaller, '--json');
    const { callId } = JSON.parse(rang.stdout) as { callId: string };
    const incoming = JSON.parse(await phoneLines.until(isCall('incoming'))) as {
      callId: string;
      name?: string;
    };
    assert.equal(incoming.callId, callId);
    const shown = await run('status');
    // eslint-disable-next-line no-control-regex -- that is what must not be there
    assert.doesNotMatch(shown.stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/u);
    assert.match(shown.stdout, /call\s+incoming\s+from/u);
    assert.equal((await run('answer')).code, 0);
    await phoneLines.until(isCall('active'));
  });

  it('says that a number comes to nothing beside a call, to people and to programs', async () => {
    const [people, programs] = [await run('dial', '300'), await run('dial', '300', '--json')];
    assert.match(people.stderr, /note: MicroSIP has another call and is set to one at a time/u);
    const { delivered, ignoredBecause } = JSON.parse(programs.stdout) as Record<string, unknown>;
    assert.deepEqual([delivered, ignoredBecause], [true, 'single-mode']);
    assert.deepEqual([people.code, programs.code], [0, 0]);
  });

  it('is quiet when the reader of a stream has seen enough', async () => {
    const child = startCli(['events', '--follow', '--json', ...options]);
    const stderr = text(child.stderr);
    await once(child.stdout, 'data');
    child.stdout.destroy();
    const ended = once(child, 'close') as Promise<[number | null]>;
    assert.equal((await run('hold')).code, 0);
    const [code] = await ended;
    assert.deepEqual([code, await stderr], [0, '']);
  });

  it('ends the phone, and then says that none runs', async () => {
    const ended = once(phone, 'close') as Promise<[number | null]>;
    const exit = await run('exit', '--json');
    assert.equal((JSON.parse(exit.stdout) as { delivered: boolean }).delivered, true);
    const [code] = await ended;
    assert.equal(code, 0);

    const [status, hangup, ring] = await Promise.all([
      run('status', '--json'),
      run('hangup', '--json'),
      run('simulator', 'ring', '101', '--json'),
    ]);
    assert.deepEqual([(JSON.parse(status.stdout) as PhoneStatus).phone, status.code], ['not-running', 4]);
    for (const { stdout, code: exitCode } of [hangup, ring]) {
      assert.equal((JSON.parse(stdout) as { error: { code: string } }).error.code, 'NOT_RUNNING');
      assert.equal(exitCode, 4);
    }
  });
});
