import assert from 'node:assert/strict';
import type { ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';

import { claimQueueDirectory } from '../../../sdk/src/channel/queue/queue-directory.ts';
import type { CallEvent, MicroSipEvent, PhoneStatus } from '../../../sdk/src/events/call-event.ts';
import { provideExampleAccount } from '../../../sdk/src/simulator/example-account.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { forgetInstance } from '../../support/sdk/forget-instance.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { processExists, until } from '../../support/sdk/until.ts';
import { cliProcess, PrintedLines, startCli, type CliResult } from './run-cli.ts';

/** A simulated phone and a user's folder of one's own; every command is a process. */
class Desk implements AsyncDisposable {
  readonly #directory = temporaryDirectory();
  readonly #readers = new Set<ChildProcessByStdio<null, Readable, Readable>>();
  readonly dataDirectory = path.join(this.#directory.path, 'phone');
  readonly simulator = new SimulatorClient(this.dataDirectory);
  readonly #environment: Readonly<Record<string, string>>;
  readonly #options = ['--backend', 'simulator', '--data-dir', this.dataDirectory, '--json'];

  constructor() {
    const home = path.join(this.#directory.path, 'home');
    for (const folder of [home, this.dataDirectory]) mkdirSync(folder);
    provideExampleAccount(this.dataDirectory);
    this.#environment = { HOME: home, XDG_DATA_HOME: home, LOCALAPPDATA: home };
  }

  get folder(): string {
    return this.#directory.path;
  }

  async run(...words: readonly string[]): Promise<CliResult> {
    const result = await cliProcess([...words, ...this.#options], this.#environment);
    assert.equal(result.code, 0, `${words.join(' ')}: ${result.stdout}${result.stderr}`);
    return result;
  }

  async status(): Promise<PhoneStatus> {
    const { stdout } = await cliProcess(['status', ...this.#options], this.#environment);
    return JSON.parse(stdout) as PhoneStatus;
  }

  /** Starts a command that goes on printing. */
  read(...words: readonly string[]): Reader {
    const child = startCli([...words, ...this.#options], this.#environment);
    this.#readers.add(child);
    return new Reader(child);
  }

  /** The process of the phone ends at once, and says nothing. */
  async killPhone(): Promise<void> {
    const pid = await this.simulator.processId();
    assert.ok(pid !== undefined);
    process.kill(pid, 'SIGKILL');
    await until(() => !processExists(pid), 'the phone to be gone');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const reader of this.#readers) reader.kill('SIGKILL');
    if (await this.simulator.isRunning()) await this.killPhone();
    rmSync(claimQueueDirectory({ dataDirectory: this.dataDirectory }), { recursive: true, force: true });
    forgetInstance(this.dataDirectory);
    this.#directory[Symbol.dispose]();
  }
}

/** A command that goes on printing JSON values. */
class Reader {
  readonly #child: ChildProcessByStdio<null, Readable, Readable>;
  readonly #lines: PrintedLines;

  constructor(child: ChildProcessByStdio<null, Readable, Readable>) {
    this.#child = child;
    this.#lines = new PrintedLines(child.stdout);
  }

  get lines(): readonly string[] {
    return this.#lines.all;
  }

  /** Everything that was printed, as events. */
  get events(): readonly MicroSipEvent[] {
    return this.lines.map((line) => JSON.parse(line) as MicroSipEvent);
  }

  async until<Value>(fits: (value: Value) => boolean): Promise<Value> {
    return JSON.parse(await this.#lines.until((line) => fits(JSON.parse(line) as Value))) as Value;
  }

  untilCall(state: string): Promise<MicroSipEvent> {
    return this.until<MicroSipEvent>((event) => event.type === 'call' && event.state === state);
  }

  untilShown(state: string): Promise<PhoneStatus> {
    return this.until<PhoneStatus>(({ calls }) => calls.some((call) => call.state === state));
  }

  async kill(): Promise<void> {
    const gone = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await gone;
  }
}

const callsAmong = (events: readonly MicroSipEvent[]): readonly CallEvent[] =>
  events.filter((event) => event.type === 'call');

const unique = <Value>(values: readonly Value[]): readonly Value[] => [...new Set(values)];

const sources = [
  {
    name: 'the log',
    turnOn: ['log', 'enable'],
    known: ['log', 'process'],
    states: ['calling', 'ringing', 'active', 'ended'],
  },
  // MicroSIP has no hook for the far end's ringing (facts C.1).
  {
    name: 'the event hooks',
    turnOn: ['hooks', 'install'],
    known: ['hook', 'process'],
    states: ['calling', 'active', 'ended'],
  },
] as const;

for (const { known, name, states, turnOn } of sources) {
  describe(`the state of calls, from ${name} alone`, function () {
    this.timeout(180_000);

    it('is shown from dialling to the end, and why it ended', async () => {
      await using desk = new Desk();
      await desk.run(...turnOn);
      await desk.run('start');
      const watching = desk.read('status', '--follow');
      const first = await watching.until<PhoneStatus>(({ phone }) => phone !== 'not-running');
      assert.deepEqual(first.sources, known);

      await desk.run('dial', '101');
      await watching.untilShown('active');
      await desk.run('hangup');
      const ended = await watching.untilShown('ended');
      const after = await watching.until<PhoneStatus>(({ calls }) => calls.length === 0);

      const shown = watching.lines.flatMap((line) => (JSON.parse(line) as PhoneStatus).calls);
      assert.deepEqual(unique(shown.map(({ state }) => state)), states);
      assert.equal(unique(shown.map(({ callId }) => callId)).length, 1);
      assert.deepEqual(
        ended.calls.map(({ number, reason }) => [number, reason]),
        [['101', 'hung-up']],
      );
      assert.equal(after.lastCall?.reason, 'hung-up');
      assert.deepEqual(after, await desk.status());
    });

    it('is told without a gap and nothing twice by a reader that was killed and started again', async () => {
      await using desk = new Desk();
      await desk.run(...turnOn);
      await desk.run('start');
      const one = desk.read('events', '--follow');
      await one.until<MicroSipEvent>(({ type }) => type === 'phone');
      await desk.run('dial', '101');
      const last = await one.untilCall('calling');
      await one.kill();
      // Nobody reads while the far end answers.
      for await (const told of desk.simulator.follow()) {
        const calls = 'calls' in told ? told.calls : told.type === 'call' ? [told] : [];
        if (calls.some(({ state }) => state === 'active')) break;
      }

      const two = desk.read('events', '--follow', '--since', last.at);
      const watching = desk.read('status', '--follow');
      await Promise.all([two.untilCall('active'), watching.untilShown('active')]);
      await desk.run('hangup');
      await Promise.all([two.untilCall('ended'), watching.untilShown('ended')]);

      assert.deepEqual(
        callsAmong(two.events).map(({ state }) => state),
        states,
        'from that moment on, that moment included',
      );
      const all = unique([...one.lines, ...two.lines].map((line) => JSON.stringify(JSON.parse(line))));
      const calls = callsAmong(all.map((line) => JSON.parse(line) as MicroSipEvent));
      assert.deepEqual(
        calls.map(({ state }) => state),
        states,
        'what both told is the same, letter for letter',
      );
      assert.equal(unique(calls.map(({ callId }) => callId)).length, 1);
    });

    it('ends with a phone that is killed, and begins anew with the next one', async () => {
      await using desk = new Desk();
      await desk.run(...turnOn);
      await desk.run('start');
      const reading = desk.read('events', '--follow');
      await reading.until<MicroSipEvent>(({ type }) => type === 'phone');
      await desk.run('dial', '101');
      await reading.untilCall('active');
      await desk.killPhone();
      await reading.untilCall('ended');
      await reading.until<MicroSipEvent>(({ type, state }) => type === 'phone' && state === 'not-running');
      const gone = await desk.status();
      assert.deepEqual([gone.phone, gone.calls, gone.lastCall?.reason], ['not-running', [], 'unknown']);

      await desk.run('start');
      await reading.until<MicroSipEvent>(({ type, state }) => type === 'phone' && state !== 'not-running');
      assert.deepEqual((await desk.status()).calls, []);
      await desk.run('dial', '102');
      await reading.untilCall('active');
      await desk.run('hangup');
      await reading.untilCall('ended');
      const told = callsAmong(reading.events);
      assert.deepEqual(
        told.map(({ state }) => state),
        [...states, ...states],
      );
      assert.deepEqual(
        told.filter(({ state }) => state === 'ended').map(({ number, reason }) => [number, reason]),
        [
          ['101', 'unknown'],
          ['102', 'hung-up'],
        ],
      );
    });
  });
}

describe('the state of calls', function () {
  this.timeout(180_000);

  it('is followed from the moment on that the log is turned on', async () => {
    await using desk = new Desk();
    await desk.run('start');
    const watching = desk.read('status', '--follow');
    const first = await watching.until<PhoneStatus>(() => true);
    assert.deepEqual(first.sources, ['simulator']);
    await desk.run('log', 'enable', '--restart');
    await watching.until<PhoneStatus>(({ phone, sources: from }) => phone === 'idle' && from.includes('log'));
    await desk.run('dial', '101', '--wait', 'active');
    const { calls } = await watching.untilShown('active');
    assert.equal(calls[0]?.number, '101');
  });

  it('is told once where log and hooks both tell of it', async () => {
    await using desk = new Desk();
    await desk.run('log', 'enable');
    await desk.run('hooks', 'install');
    await desk.run('start');
    const reading = desk.read('events', '--follow');
    await reading.until<MicroSipEvent>(({ type }) => type === 'phone');
    await desk.run('dial', '101', '--wait', 'active');
    await desk.run('hangup');
    await reading.untilCall('ended');
    await desk.run('exit');
    await reading.until<MicroSipEvent>(({ type, state }) => type === 'phone' && state === 'not-running');
    const told = callsAmong(reading.events);
    assert.deepEqual(
      told.map(({ source, state }) => [state, source]),
      ['calling', 'ringing', 'active', 'ended'].map((state) => [state, 'log']),
    );
  });

  for (const { name, turnOn } of sources) {
    it(`takes a hostile caller from ${name} as data, exactly as it came`, async () => {
      await using desk = new Desk();
      const canary = path.join(desk.folder, 'canary');
      const users = [
        `x & touch ${canary} & rem`,
        `$(touch ${canary})`,
        `|touch ${canary}^%PATH%`,
        '\u202e\u200bevil\u2066',
        `-e require('fs').writeFileSync('${canary}','')`,
        `"& touch ${canary}& "`,
        '1"0"1 \\"   " \\',
        '"x" '.repeat(2500).trim(),
      ];
      await desk.run(...turnOn);
      await desk.run('start');
      const reading = desk.read('events', '--follow');
      await reading.until<MicroSipEvent>(({ type }) => type === 'phone');
      for (const user of users) {
        const callId = await desk.simulator.ring({
          from: '<sip:200@pbx.test>',
          assertedIdentity: `<sip:${user}@pbx.test>`,
        });
        const incoming = await reading.untilCall('incoming');
        const { calls } = await desk.status();
        assert.deepEqual(
          [incoming, ...calls].map((call) => 'number' in call && call.number),
          [user, user],
        );
        await desk.simulator.farEnd({ do: 'hang-up' }, callId);
        const ended = await reading.untilCall('ended');
        assert.equal('number' in ended && ended.number, user);
      }
      assert.ok(!existsSync(canary), 'nothing of it was run');
    });
  }
});
