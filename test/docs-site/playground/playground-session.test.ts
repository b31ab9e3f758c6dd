import assert from 'node:assert/strict';
import fc from 'fast-check';

import { commands } from '../../../sdk/src/catalogue/commands.ts';
import { hooks } from '../../../sdk/src/catalogue/hooks.ts';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { PlaygroundSession } from '../../../docs-site/src/playground/session/playground-session.ts';
import {
  iniLinesOf,
  usualSettings,
  type PlaygroundSettings,
} from '../../../docs-site/src/playground/session/playground-settings.ts';
import { situations, type Situation } from '../../../docs-site/src/playground/session/situation.ts';
import type { SessionSnapshot } from '../../../docs-site/src/playground/session/session-snapshot.ts';

function sessionThat(change: Partial<PlaygroundSettings> = {}, situation: Situation = 'idle') {
  return new PlaygroundSession({ ...usualSettings, ...change }, situation);
}

/** The calls as `102 CONFIRMED`. */
function callsIn({ phone }: SessionSnapshot): string[] {
  return (phone?.calls ?? [])
    .filter(({ state }) => state !== 'DISCONNECTED')
    .map(({ remote, state }) => `${remote.user} ${state}`);
}

function textsIn({ happenings }: SessionSnapshot): string {
  return happenings.map(({ text }) => text).join('\n');
}

function hooksIn({ hookRuns }: SessionSnapshot): string[] {
  return hookRuns.map(({ argument, key }) => `${key} ${argument}`);
}

/** The hook that the windows wait for. */
function waitsFor({ phone }: SessionSnapshot): number | undefined {
  return phone?.interface.waiting?.hook;
}

describe('a session of the playground', () => {
  it('begins with a phone that is registered and has nothing to do', () => {
    const { snapshot } = sessionThat();
    assert.equal(snapshot.phone?.registration.status, 200);
    assert.deepEqual(callsIn(snapshot), []);
    assert.equal(snapshot.nextAt, undefined);
    assert.equal(snapshot.elapsed, 0);
    assert.equal(textsIn(snapshot), 'The beginning: MicroSIP 3.22.16 runs. Nothing is going on.');
  });

  it('dials -hangup, in every version', () => {
    for (const version of verifiedVersions) {
      const session = sessionThat({ version });
      session.giveCommandLine('-hangup');
      session.passTime(5000);
      assert.deepEqual(callsIn(session.snapshot), ['-hangup CONFIRMED'], version);
    }
  });

  it('hangs up with /hangupall', () => {
    const session = sessionThat({}, 'in-call');
    assert.deepEqual(callsIn(session.snapshot), ['102 CONFIRMED']);
    session.giveCommandLine('/hangupall');
    session.passTime(1000);
    assert.deepEqual(callsIn(session.snapshot), []);
    assert.match(textsIn(session.snapshot), /The call with 102 is over/u);
  });

  it('takes off the blanks in front of a command line, as Windows does', () => {
    const session = sessionThat({}, 'in-call');
    session.giveCommandLine(' \t/hangupall');
    session.passTime(1000);
    assert.deepEqual(callsIn(session.snapshot), []);
  });

  it('starts the program of each hook with the number as its last argument', () => {
    const session = sessionThat({ hookProgram: String.raw`"C:\My Tools\ev.exe" event` });
    session.giveCommandLine('101');
    session.passTime(5000);
    session.giveCommandLine('/hangupall');
    session.passTime(1000);
    assert.deepEqual(hooksIn(session.snapshot), [
      'cmdOutgoingCall 101',
      'cmdCallStart 101',
      'cmdCallEnd 101',
    ]);
    const [first] = session.snapshot.hookRuns;
    assert.equal(first?.file, String.raw`C:\My Tools\ev.exe`);
    assert.equal(first.params, 'event cmdOutgoingCall 101');
    assert.equal(first.endedAt, first.at + usualSettings.hookMs);
  });

  it('runs no program where none is set', () => {
    const session = sessionThat({ hookProgram: '' });
    session.giveCommandLine('101');
    session.passTime(5000);
    assert.deepEqual(session.snapshot.hookRuns, []);
  });

  it('stands still while a slow hook program runs, ten seconds at most', () => {
    const session = sessionThat({ hookMs: 60_000 });
    session.giveCommandLine('101');
    session.passTime(9000);
    assert.equal(waitsFor(session.snapshot), 1);
    session.passTime(2000);
    assert.notEqual(waitsFor(session.snapshot), 1);
  });

  it('writes the log of the SIP stack, if it is told to', () => {
    const logging = sessionThat();
    logging.giveCommandLine('101');
    logging.passTime(5000);
    const log = logging.snapshot.log.join('');
    assert.match(log, /Request msg INVITE/u);
    assert.match(log, /State changed from CONNECTING to CONFIRMED/u);

    const silent = sessionThat({ enableLog: false });
    silent.giveCommandLine('101');
    silent.passTime(5000);
    assert.deepEqual(silent.snapshot.log, []);
  });

  it('lets far ends behave as they are told to', () => {
    const after = (farEnd: PlaygroundSettings['farEnd']): SessionSnapshot => {
      const session = sessionThat({ farEnd });
      session.giveCommandLine('101');
      session.passTime(60_000);
      return session.snapshot;
    };
    assert.deepEqual(callsIn(after('answers')), ['101 CONFIRMED']);
    assert.deepEqual(callsIn(after('rings')), ['101 EARLY']);
    assert.match(textsIn(after('busy')), /The call with 101 is over: 486 Busy Here\./u);
    assert.match(textsIn(after('declines')), /The call with 101 is over: 603 Decline\./u);
    assert.match(textsIn(after('unknown')), /The call with 101 is over: 404 Not Found\./u);
  });

  it('has callers, who give up and hang up', () => {
    const session = sessionThat();
    session.callIn({ number: '555', name: 'Ada' });
    session.passTime(300);
    assert.deepEqual(callsIn(session.snapshot), ['555 EARLY']);
    assert.match(textsIn(session.snapshot), /The call from Ada \(555\) rings here\./u);
    const [call] = session.snapshot.phone?.calls ?? [];
    session.farEndDoes(call?.callId ?? '', { do: 'hang-up' });
    session.passTime(1000);
    assert.deepEqual(callsIn(session.snapshot), []);
    assert.ok(hooksIn(session.snapshot).includes('cmdIncomingCall 555'));
  });

  it('answers by itself, if it is set to', () => {
    const session = sessionThat({ autoAnswer: 'all', autoAnswerDelay: 3 });
    session.callIn({ number: '555', name: '' });
    session.passTime(2000);
    assert.deepEqual(callsIn(session.snapshot), ['555 EARLY']);
    session.passTime(3000);
    assert.deepEqual(callsIn(session.snapshot), ['555 CONFIRMED']);
  });

  it('keeps a number until the account is registered, and then dials it', () => {
    const session = sessionThat({ registrar: 'silent' });
    session.giveCommandLine('101');
    session.passTime(60_000);
    assert.equal(session.snapshot.phone?.parked, '101');
    assert.deepEqual(callsIn(session.snapshot), []);
    session.registrarAnswers(200);
    session.passTime(1000);
    assert.deepEqual(callsIn(session.snapshot), ['101 EARLY']);
  });

  it('ends with /exit, and starts again with a number', () => {
    const session = sessionThat();
    session.giveCommandLine('/exit');
    session.passTime(1000);
    assert.equal(session.snapshot.phone, undefined);
    assert.equal(session.context.running, false);
    session.callIn({ number: '555', name: '' });
    assert.equal(session.snapshot.phone, undefined);
    session.giveCommandLine('101');
    session.passTime(5000);
    assert.deepEqual(callsIn(session.snapshot), ['101 CONFIRMED']);
  });

  it('does each thing at its own time, however far the clock is moved at once', () => {
    const atOnce = sessionThat();
    const inSteps = sessionThat();
    for (const session of [atOnce, inSteps]) session.giveCommandLine('101,,42');
    atOnce.passTime(20_000);
    for (let step = 0; step < 200; step++) inSteps.passTime(100);
    assert.deepEqual(atOnce.snapshot.happenings, inSteps.snapshot.happenings);
    assert.deepEqual(atOnce.snapshot.hookRuns, inSteps.snapshot.hookRuns);
  });

  it('says when something happens next, and passes to it', () => {
    const session = sessionThat({ hookProgram: '' });
    session.giveCommandLine('101');
    assert.equal(session.snapshot.nextAt, session.snapshot.elapsed + 200);
    session.passToNext();
    assert.deepEqual(callsIn(session.snapshot), ['101 EARLY']);
    session.passToNext();
    assert.deepEqual(callsIn(session.snapshot), ['101 CONFIRMED']);
  });

  it('tells those who listen once for everything that is done', () => {
    const session = sessionThat();
    let told = 0;
    const stop = session.subscribe(() => told++);
    session.giveCommandLine('101');
    assert.equal(told, 1);
    session.begin(usualSettings, 'in-call');
    assert.equal(told, 2);
    stop();
    session.passTime(1000);
    assert.equal(told, 2);
  });

  it('announces what came of the last thing that was done', () => {
    const session = sessionThat();
    session.giveCommandLine('-hangup');
    assert.match(session.snapshot.announcement, /A call to -hangup begins\./u);
    assert.doesNotMatch(session.snapshot.announcement, /INVITE/u);
  });

  it('begins in every situation that it offers, in every version', () => {
    const calls = {
      idle: [],
      'not-running': [],
      'ringing-in': ['102 EARLY'],
      calling: ['102 EARLY'],
      'in-call': ['102 CONFIRMED'],
    } as const satisfies Record<Situation, readonly string[]>;
    for (const version of verifiedVersions) {
      for (const situation of situations) {
        const { snapshot } = sessionThat({ version }, situation);
        assert.deepEqual(callsIn(snapshot), calls[situation], `${situation} in ${version}`);
        assert.equal(snapshot.phone === undefined, situation === 'not-running');
        assert.equal(snapshot.happenings.length, 1);
      }
    }
  });

  it('takes anything', () => {
    const anyText = fc.oneof(
      fc.constantFrom(...commands.map(({ example }) => example)),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme-composite' }),
    );
    const anySettings = fc.record({
      version: fc.constantFrom(...verifiedVersions),
      accounts: fc.constantFrom(0 as const, 1 as const, 2 as const),
      enableLocalAccount: fc.boolean(),
      dialingPrefix: anyText,
      dialPlan: anyText,
      singleMode: fc.boolean(),
      callWaiting: fc.boolean(),
      autoAnswer: fc.constantFrom('button' as const, 'all' as const),
      autoAnswerDelay: fc.nat(5),
      denyIncoming: fc.constantFrom('button' as const, 'all' as const),
      hookProgram: anyText,
      enableLog: fc.boolean(),
      farEnd: fc.constantFrom('answers', 'rings', 'busy', 'declines', 'unknown'),
      registrar: fc.constantFrom('accepts', 'refuses', 'silent'),
      hookMs: fc.nat(12_000),
    });
    const anyStep = fc.oneof(
      anyText.map((line) => (session: PlaygroundSession) => session.giveCommandLine(line)),
      fc
        .record({ number: anyText, name: anyText })
        .map((caller) => (session: PlaygroundSession) => session.callIn(caller)),
      fc.tuple(fc.nat(3), fc.constantFrom('ring', 'answer', 'hold', 'resume', 'hang-up')).map(
        ([index, act]) =>
          (session: PlaygroundSession) =>
            session.farEndDoes(session.snapshot.phone?.calls[index]?.callId ?? 'nobody', { do: act }),
      ),
      fc
        .constantFrom('user-confirms', 'user-sends-digits', 'user-accepts-settings')
        .map((type) => (session: PlaygroundSession) => session.userDoes({ type })),
      fc.constantFrom(200, 403, 408).map((status) => (session: PlaygroundSession) => {
        session.registrarAnswers(status);
      }),
      fc.integer({ min: -10, max: 60_000 }).map((ms) => (session: PlaygroundSession) => session.passTime(ms)),
      fc.constant((session: PlaygroundSession) => session.passToNext()),
    );
    fc.assert(
      fc.property(
        anySettings,
        fc.constantFrom(...situations),
        fc.array(anyStep, { maxLength: 12 }),
        (settings, situation, steps) => {
          const session = new PlaygroundSession(settings, situation);
          for (const step of steps) {
            const before = session.snapshot;
            step(session);
            const after = session.snapshot;
            assert.ok(after.elapsed >= before.elapsed);
            assert.ok(after.nextAt === undefined || after.nextAt >= after.elapsed);
            assert.ok(after.happenings.every(({ text }) => text !== ''));
            assert.equal(session.context.running, after.phone !== undefined);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('has an ini that says nothing but what differs from what MicroSIP does by itself', () => {
    const linesThat = (change: Partial<PlaygroundSettings>): readonly string[] =>
      iniLinesOf({ ...usualSettings, hookProgram: '', accounts: 0, enableLog: false, ...change }).map(
        ({ key, value }) => `${key}=${value}`,
      );
    assert.deepEqual(linesThat({}), ['accountId=1']);
    assert.deepEqual(linesThat({ denyIncoming: 'all' }), ['accountId=1', 'denyIncoming=all']);
    assert.deepEqual(linesThat({ enableLocalAccount: true }), ['accountId=0', 'enableLocalAccount=1']);
  });

  it('sets every hook there is', () => {
    const session = sessionThat();
    const { phone } = session.snapshot;
    for (const { key } of hooks) assert.match(phone?.settings.hooks[key] ?? '', new RegExp(`${key}$`, 'u'));
  });
});
