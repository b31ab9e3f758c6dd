import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';

import type { PhoneAction } from '../../sdk/src/action/phone-action.ts';
import type { MicroSipEvent } from '../../sdk/src/events/call-event.ts';
import { MicroSip } from '../../sdk/src/microsip.ts';
import { programPath } from '../support/sdk/program.ts';
import { simulatedPhone } from '../support/sdk/simulated-phone.ts';
import { temporaryDirectory } from '../support/sdk/temporary-directory.ts';
import { until } from '../support/sdk/until.ts';
import { itOnPosix } from '../support/mocha/platform-tests.ts';

describe('MicroSip, on a simulated phone that runs in a process of its own', function () {
  this.timeout(120_000);

  it('dials, starting the phone, and hangs up: the whole life of a call shows', async () => {
    await using test = await simulatedPhone();
    const { phone } = test;
    assert.equal((await phone.status()).phone, 'not-running');

    const dialled = await phone.dial('+1 (415) 555-2671');
    assert.deepEqual(
      [dialled.channel, dialled.commandLines, dialled.started, dialled.remarks],
      ['launcher', ['+14155552671'], true, []],
    );
    const active = await phone.waitForCall('active');
    assert.equal(active.number, '+14155552671');
    assert.equal((await phone.status()).phone, 'in-call');

    const ended = phone.waitForCall('ended', { callId: active.callId });
    const hungUp = await phone.hangup();
    assert.equal(hungUp.started, false);
    assert.equal((await ended).reason, 'hung-up');
    assert.deepEqual((await phone.status()).calls, []);

    assert.deepEqual((await phone.exit()).commandLines, ['/exit']);
    await test.simulator.waitUntilEnded();
    assert.equal((await phone.status()).phone, 'not-running');
  });

  it('calls with a phone that is new, because it is given an account', async () => {
    await using test = await simulatedPhone();
    rmSync(path.join(test.dataDirectory, 'microsip.ini'));
    const { call } = await test.phone.dialAndWait('101', { until: 'ringing' });
    assert.equal(call.uri, 'sip:101@pbx.test');
  });

  it('answers, refuses and hangs up what rings in', async () => {
    await using test = await simulatedPhone({}, { singleMode: '0' });
    const { phone, simulator } = test;
    await phone.start({ minimized: true });

    const first = await simulator.ring({ from: '101' });
    await phone.answer();
    assert.equal((await phone.waitForCall('active', { callId: first })).direction, 'incoming');

    const second = await simulator.ring({ from: '102' });
    const refused = phone.waitForCall('ended', { callId: second });
    await phone.reject();
    assert.equal((await refused).callId, second);
    assert.deepEqual(
      (await phone.status()).calls.map(({ callId }) => callId),
      [first],
    );

    const third = await simulator.ring({ from: '103' });
    const all = Promise.all([first, third].map((callId) => phone.waitForCall('ended', { callId })));
    assert.deepEqual((await phone.hangup({ scope: 'all' })).commandLines, ['/hangupincoming', '/hangupall']);
    assert.equal((await all).length, 2);
  });

  it('tells what becomes of a call it dials, a far end that is busy included', async () => {
    await using test = await simulatedPhone();
    const answered = await test.phone.dialAndWait('101', { until: 'active' });
    assert.equal(answered.call.state, 'active');
    assert.equal(answered.delivery.started, true);
    await test.phone.hangup();

    const busy = await test.phone.dialAndWait('486', { until: 'active' });
    assert.deepEqual([busy.call.state, busy.call.reason, busy.call.status], ['ended', 'busy', 486]);
    assert.equal(busy.delivery.started, false);
  });

  const knownFrom: Readonly<Record<string, (phone: MicroSip) => Promise<unknown>>> = {
    log: (phone) => phone.log.enable(),
    hooks: (phone) => phone.hooks.install(),
    'the simulator itself': () => Promise.resolve(),
  };
  for (const [source, switchOn] of Object.entries(knownFrom)) {
    it(`tells how calls ended that were over before they were waited for, known from ${source}`, async () => {
      await using test = await simulatedPhone();
      const { phone } = test;
      await switchOn(phone);
      using tracker = await phone.track();
      const { call } = await phone.dialAndWait('101', { until: 'active' });
      await phone.hangup();
      await until(() => tracker.status.lastCall?.number === '101', 'the end of the call');
      const ended = await phone.waitForCall('ended', { callId: call.callId });
      assert.deepEqual([ended.callId, ended.reason], [call.callId, 'hung-up']);

      await phone.dial('486');
      await until(() => tracker.status.lastCall?.number === '486', 'the end of the second call');
      const busy = await phone.waitForCall('active');
      assert.deepEqual([busy.number, busy.state, busy.reason], ['486', 'ended', 'busy']);
      await assert.rejects(phone.waitForCall('ended', { timeoutMs: 300 }), { code: 'TIMEOUT' });
    });
  }

  it('tells that a call is gone when its phone crashes', async () => {
    await using test = await simulatedPhone();
    const dialled = test.phone.dialAndWait('101', { until: 'ended', timeoutMs: 30_000 });
    await test.phone.waitForCall('active', { timeoutMs: 30_000 });
    await test.simulator.crash();
    const { call } = await dialled;
    assert.deepEqual([call.state, call.reason, call.source], ['ended', 'unknown', 'process']);
  });

  it('tracks a phone, and knows of hooks who hung up', async () => {
    await using test = await simulatedPhone();
    const { phone } = test;
    await phone.hooks.install();
    using tracker = await phone.track();
    assert.deepEqual([tracker.status.phone, tracker.status.sources], ['not-running', ['hook', 'process']]);
    const told: (string | undefined)[][] = [];
    tracker.onDidChangeCall(({ endedBy, reason, state }) => told.push([state, reason, endedBy]));
    const { call } = await phone.dialAndWait('101', { until: 'active' });
    // It reads for itself, and may hear of the answer a moment later.
    await until(() => tracker.calls.some(({ state }) => state === 'active'), 'the answer');
    assert.deepEqual(
      tracker.calls.map(({ callId, state }) => [callId, state]),
      [[call.callId, 'active']],
    );
    await phone.hangup();
    await until(() => tracker.calls.length === 0, 'the end of the call');
    assert.deepEqual(told, [
      ['calling', undefined, undefined],
      ['active', undefined, undefined],
      ['ended', 'hung-up', 'local'],
    ]);
    const since = tracker.status.lastCall?.since ?? '';
    const past: string[] = [];
    for await (const event of phone.events({ since, follow: false })) past.push(event.state);
    assert.deepEqual(past, ['calling', 'in-call', 'active', 'ended', 'idle']);
    await assert.rejects(phone.events({ since: 'yesterday' }).next(), { code: 'INVALID_ARGUMENT' });
    await phone.dispose();
    await test.simulator.shutdown();
    assert.equal(tracker.status.phone, 'idle', 'it ended with the object');
  });

  it('changes settings of a phone that runs, and starts it again, when it is told so', async () => {
    await using test = await simulatedPhone();
    const { phone } = test;
    await phone.start({ minimized: true });
    const before = await test.simulator.processId();
    await assert.rejects(phone.log.enable(), { code: 'SETTINGS_BUSY' });
    const { changed, restarted } = await phone.log.enable({ restart: true });
    assert.deepEqual([changed, restarted], [true, true]);
    assert.notEqual(await test.simulator.processId(), before);
    const { call } = await phone.dialAndWait('101', { until: 'active' });
    assert.equal(call.source, 'log');
  });

  it('waits for a call no longer than it was told', async () => {
    await using test = await simulatedPhone();
    await assert.rejects(test.phone.waitForCall('ringing', { timeoutMs: 100 }), {
      code: 'TIMEOUT',
      message: /No such call rang within 100 ms/u,
    });
  });

  it('tells events from now on, over the end and the return of the phone', async () => {
    await using test = await simulatedPhone();
    const { phone, simulator } = test;
    const events: MicroSipEvent[] = [];
    const following = (async () => {
      for await (const event of phone.events()) events.push(event);
    })();
    const seen = (state: string): Promise<MicroSipEvent> =>
      until(() => events.find((event) => event.state === state), `the event ${state}`);

    await phone.start();
    await seen('registered');
    await phone.dial('101');
    await seen('active');
    await simulator.crash();
    await seen('not-running');
    events.length = 0;
    await phone.start();
    await seen('idle');

    await phone.dispose();
    await following;
  });

  it('ends the events when the signal says so, without an error', async () => {
    await using test = await simulatedPhone();
    const caller = new AbortController();
    const next = test.phone.events({ signal: caller.signal }).next();
    caller.abort();
    assert.equal((await next).done, true);
  });

  it('needs a phone for all but dialling and starting, and starts none for the rest', async () => {
    await using test = await simulatedPhone();
    const { phone } = test;
    const commands = [
      () => phone.hangup(),
      () => phone.hangup({ scope: 'all' }),
      () => phone.answer(),
      () => phone.reject(),
      () => phone.transfer('102'),
      () => phone.sendDtmf('1'),
      () => phone.hold(),
      () => phone.mute('microphone'),
      () => phone.setVolume('speaker', 'up'),
      () => phone.switchAccount(1),
      () => phone.minimize(),
    ];
    for (const command of commands)
      await assert.rejects(command(), { code: 'NOT_RUNNING', message: /start it/u });
    await assert.rejects(phone.exit(), { code: 'NOT_RUNNING', message: /nothing to end\.$/u });
    assert.equal(await test.simulator.isRunning(), false);
    assert.deepEqual(readdirSync(test.dataDirectory), ['microsip.ini']);
  });

  it('ends the helper of a phone that hangs, in time', async () => {
    await using test = await simulatedPhone();
    const { phone, simulator } = test;
    await phone.start();
    await simulator.hang();
    await assert.rejects(phone.dial('101', { timeoutMs: 5000 }), {
      code: 'TIMEOUT',
      message: /look at its window/u,
    });
    // The phone itself is left alone: it may hold a call.
    assert.equal(await simulator.isRunning(), true);
  });

  itOnPosix('says that time was over when the phone does not even say whether it is there', async () => {
    // Windows has no signal that stops a process.
    await using test = await simulatedPhone();
    const { phone, simulator } = test;
    await phone.start();
    const pid = await simulator.processId();
    assert.ok(pid !== undefined);
    process.kill(pid, 'SIGSTOP');
    try {
      await assert.rejects(phone.hangup({ timeoutMs: 1000 }), {
        code: 'TIMEOUT',
        message: /did not say .* nothing was sent/u,
      });
      const disposed = assert.rejects(phone.hangup(), { code: 'DISPOSED' });
      await phone.dispose();
      await disposed;
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });

  it('is through with all commands when it is disposed of', async () => {
    await using test = await simulatedPhone();
    const { phone, simulator } = test;
    await phone.start();
    await simulator.hang();
    const settled: string[] = [];
    const commands = ['101', '102'].map(async (number) => {
      await assert.rejects(phone.dial(number), { code: 'DISPOSED' });
      settled.push(number);
    });
    await phone.dispose();
    // Whoever awaits a promise hears of it a moment after it is settled.
    await setImmediate();
    assert.deepEqual(settled.sort(), ['101', '102']);
    await Promise.all(commands);
  });

  it('keeps commands in order, and each waits until the one before is through', async () => {
    await using test = await simulatedPhone({}, { singleMode: '0' });
    const { phone, simulator } = test;
    await phone.start();
    const numbers = ['101', '102', '103', '104'];
    const dialled: string[] = [];
    const listening = new AbortController();
    const listened = (async () => {
      for await (const effect of simulator.effects({ signal: listening.signal })) {
        if (effect.do === 'call') dialled.push(effect.number);
      }
    })();
    const deliveries = await Promise.all(numbers.map((number) => phone.dial(number)));
    await until(() => dialled.length === numbers.length, 'all calls');
    listening.abort();
    await listened;
    assert.deepEqual(dialled, numbers);
    const finished = deliveries.map(({ elapsedMs }) => elapsedMs);
    for (const [index, elapsedMs] of finished.entries())
      assert.ok(elapsedMs >= index * 300, String(finished));
  });

  it('sends nothing when the caller gives up while others are being sent', async () => {
    await using test = await simulatedPhone({}, { singleMode: '0' });
    const { phone } = test;
    await phone.start();
    const caller = new AbortController();
    const first = phone.dial('101');
    const second = assert.rejects(phone.dial('102', { signal: caller.signal }), {
      code: 'CANCELLED',
      message: /nothing was sent/u,
    });
    const third = phone.dial('103');
    caller.abort();
    await Promise.all([first, second, third]);
    const numbers = (await phone.status()).calls.map(({ number }) => number);
    assert.deepEqual(numbers.sort(), ['101', '103']);
  });

  it('sends nothing any more once it is disposed of, and ends what is under way', async () => {
    await using test = await simulatedPhone();
    const { phone } = test;
    await phone.start();
    const waiting = assert.rejects(phone.waitForCall('ringing'), { code: 'DISPOSED' });
    const inLine = [phone.dial('101'), phone.dial('102')];
    const outcomes = Promise.allSettled(inLine);
    await phone.dispose();
    await waiting;
    for (const outcome of await outcomes) {
      assert.equal(outcome.status, 'rejected');
      assert.equal((outcome.reason as { readonly code: unknown }).code, 'DISPOSED');
    }
    await assert.rejects(phone.dial('103'), { code: 'DISPOSED' });
    await assert.rejects(phone.status(), { code: 'DISPOSED' });
    await assert.rejects(phone.events().next(), { code: 'DISPOSED' });
    assert.equal(await test.simulator.isRunning(), true);
  });

  it('refuses what the version cannot do before anything is started', async () => {
    await using test = await simulatedPhone({ version: '3.20.5' });
    await assert.rejects(test.phone.reject(), { code: 'UNSUPPORTED' });
    await assert.rejects(test.phone.hangup({ scope: 'all' }), { code: 'UNSUPPORTED' });
    await assert.rejects(test.phone.mute('speaker'), { code: 'UNSUPPORTED' });
    assert.equal(await test.simulator.isRunning(), false);
  });

  it('says that a number comes to nothing beside another call, where MicroSIP has one at a time', async () => {
    await using test = await simulatedPhone();
    const { phone, simulator } = test;
    assert.equal((await phone.dial('101')).ignoredBecause, undefined, 'of the first call');
    await phone.waitForCall('active');

    const { ignoredBecause, remarks } = await phone.dial('102');
    assert.equal(ignoredBecause, 'single-mode');
    assert.match(remarks.join('\n'), /another call .* ignores the number/u);
    await assert.rejects(phone.dialAndWait('102', { until: 'ringing', timeoutMs: 2000 }), {
      code: 'TIMEOUT',
      message: /No such call rang within 2000 ms; MicroSIP has another call/u,
    });
    const numbers = (await phone.status()).calls.map(({ number }) => number);
    assert.deepEqual(numbers, ['101'], 'it was right');

    await phone.hangup();
    await until(async () => (await phone.status()).phone === 'idle', 'the end of the call');
    await simulator.ring({ from: '103' });
    await until(async () => (await phone.status()).calls.length === 1, 'a call that rings in');
    assert.equal((await phone.dial('104')).ignoredBecause, undefined, 'beside a call that only rings in');
    assert.equal((await phone.waitForCall('active', { direction: 'outgoing' })).number, '104');
  });

  it('says no such thing where MicroSIP has several calls at a time', async () => {
    await using test = await simulatedPhone({}, { singleMode: '0' });
    const { phone } = test;
    await phone.dialAndWait('101', { until: 'active' });
    const { delivery, call } = await phone.dialAndWait('102', { until: 'active' });
    assert.deepEqual([delivery.ignoredBecause, delivery.remarks, call.number], [undefined, [], '102']);
  });

  it('refuses targets before anything is started', async () => {
    await using test = await simulatedPhone();
    for (const target of ['/exit', '100 /account:2', 'msip:exit']) {
      await assert.rejects(test.phone.dial(target), { code: 'TARGET_REFUSED' });
      await assert.rejects(test.phone.dialAndWait(target, { until: 'ended' }), { code: 'TARGET_REFUSED' });
    }
    assert.equal(await test.simulator.isRunning(), false);
  });

  it('leaves an ini that MicroSIP did not write as it is, and says so', async () => {
    await using test = await simulatedPhone();
    const ini = path.join(test.dataDirectory, 'microsip.ini');
    const foreign = '{ "something": "else" }\n';
    writeFileSync(ini, foreign);
    await assert.rejects(test.phone.dial('101'), { code: 'SETTINGS_DAMAGED', message: /left as it is/u });
    assert.equal(readFileSync(ini, 'utf8'), foreign);
  });

  it('leaves the phone running when its own process ends', async () => {
    await using test = await simulatedPhone();
    const starter = spawn(process.execPath, [programPath('start-phone'), test.dataDirectory], {
      stdio: 'inherit',
    });
    assert.deepEqual(await once(starter, 'exit'), [0, null]);
    assert.equal(await test.simulator.isRunning(), true);
  });
});

describe('MicroSip without a phone', () => {
  it('plans what it would start', async () => {
    const executable = 'C:\\Tools\\microsip.exe';
    const { launches, remarks } = await MicroSip.plan(
      { type: 'dial', target: '+1 (415) 555-2671' },
      { backend: 'windows', executable, version: '3.22.16' },
    );
    assert.deepEqual(launches, [{ file: executable, commandLine: `${executable} +14155552671` }]);
    assert.deepEqual(remarks, []);
  });

  itOnPosix('plans the start of a program that Windows finds, where no MicroSIP is found', async () => {
    const { launches, steps } = await MicroSip.plan({ type: 'exit' }, { backend: 'windows' });
    assert.deepEqual(launches, [{ file: 'microsip.exe', commandLine: 'microsip.exe /exit' }]);
    assert.ok(steps.length > 0);
  });

  it('says with the plan what is worth knowing about it', async () => {
    const { remarks } = await MicroSip.plan({
      type: 'dial',
      target: 'sip:user@host:5070;transport=tls?X-Id=7',
    });
    assert.match(remarks.join('\n'), /transport/u);
  });

  it('plans two starts to hang up everything', async () => {
    const executable = 'C:\\Program Files\\MicroSIP\\microsip.exe';
    const { launches } = await MicroSip.plan(
      { type: 'hangup', scope: 'all' },
      { backend: 'windows', executable },
    );
    assert.deepEqual(
      launches.map(({ commandLine }) => commandLine),
      [`"${executable}" /hangupincoming`, `"${executable}" /hangupall`],
    );
  });

  it('plans exactly what a simulated phone would be started with', async () => {
    const dataDirectory = path.resolve('/phones/a');
    const { launches } = await MicroSip.plan({ type: 'start' }, { backend: 'simulator', dataDirectory });
    assert.equal(launches[0]?.file, process.execPath);
    assert.match(launches[0].commandLine, /--microsip-version 3\.22\.16 --account example --$/u);
  });

  it('refuses in a plan what it would refuse to do', async () => {
    await assert.rejects(MicroSip.plan({ type: 'dial', target: 'tel:/hangupall' }), {
      code: 'TARGET_REFUSED',
    });
    await assert.rejects(MicroSip.plan({ type: 'reject' }, { version: '3.20.5' }), { code: 'UNSUPPORTED' });
    await assert.rejects(MicroSip.plan({ type: 'hold' }, { version: 'new' }), { code: 'INVALID_ARGUMENT' });
  });

  it('claims nothing of calls that neither log nor hooks tell of, and waits for none in vain', async () => {
    using directory = temporaryDirectory();
    const executable = path.join(directory.path, 'microsip.exe');
    await using phone = await MicroSip.connect({ backend: 'wine', executable });
    const { phone: presence, calls, sources } = await phone.status();
    assert.ok(presence === 'not-running' || presence === 'unknown', presence);
    assert.deepEqual([calls, sources], [[], ['process']]);
    const unsupported = { code: 'UNSUPPORTED', message: /microsip log enable/u };
    await assert.rejects(phone.waitForCall('active'), unsupported);
    await assert.rejects(phone.dialAndWait('100', { until: 'active' }), unsupported);
  });

  it('refuses time limits that cannot be measured', async () => {
    await assert.rejects(MicroSip.connect({ backend: 'simulator', timeoutMs: 0 }), {
      code: 'INVALID_ARGUMENT',
    });
    await using phone = await MicroSip.connect({ backend: 'simulator' });
    await assert.rejects(phone.hangup({ timeoutMs: Infinity }), { code: 'INVALID_ARGUMENT' });
  });

  it('has a method for every action', () => {
    const methods: Readonly<Record<PhoneAction['type'], keyof MicroSip>> = {
      dial: 'dial',
      hangup: 'hangup',
      answer: 'answer',
      reject: 'reject',
      transfer: 'transfer',
      dtmf: 'sendDtmf',
      hold: 'hold',
      mute: 'mute',
      volume: 'setVolume',
      account: 'switchAccount',
      start: 'start',
      minimize: 'minimize',
      exit: 'exit',
    };
    for (const method of Object.values(methods)) assert.equal(typeof MicroSip.prototype[method], 'function');
  });
});
