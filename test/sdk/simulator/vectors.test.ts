import assert from 'node:assert/strict';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { PhoneEffect } from '../../../sdk/src/phone-model/phone-effect.ts';
import type { PhoneState } from '../../../sdk/src/phone-model/phone-state.ts';
import type { ProgramStart } from '../../../sdk/src/simulator/hooks/hook-runner.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { Simulator } from '../../../sdk/src/simulator/simulator.ts';
import { startProgram } from '../../../sdk/src/simulator/start/start-program.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import {
  readVectors,
  vectorContext,
  versionsRun,
  type CommandVector,
  type HookVector,
} from '../../support/vectors.ts';
import { iniPath, oneAccount, writeIni } from './data-directory.ts';
import { ManualClock } from './manual-clock.ts';

/** What the phone goes on to do because of a command; MicroSIP's answers end before. */
const consequences: ReadonlySet<PhoneEffect['do']> = new Set([
  'callState',
  'send',
  'held',
  'historyInsert',
  'historyUpdate',
  'dialedWrite',
  'hook',
  'registered',
  'unregistered',
  'modal',
  'balloon',
  'senderReleased',
  'exit',
]);

/** Why no ini file and nothing done at the phone leads to the state a line begins with. */
function unreachable({ settings }: CommandVector): string | undefined {
  if (settings.accountAdded === false) return 'a selected account is always in the stack of a running phone';
  if (settings.accountId === 0 && settings.enableLocalAccount !== true && settings.accounts === undefined) {
    return 'accountId 0 without the local account is repaired to 1 when the ini is read (facts D.5)';
  }
  return undefined;
}

/** Without what follows from starting or ending a phone at all. */
function answerOf(line: CommandVector, effects: readonly PhoneEffect[]): readonly PhoneEffect[] {
  const own = effects.filter((effect) => !consequences.has(effect.do));
  // Every started phone registers in the end.
  if (!line.running && own.at(-1)?.do === 'register' && line.effects.at(-1)?.do !== 'register')
    return own.slice(0, -1);
  // What the instance does as it exits, and what the starting process then does, are no answer to the command.
  const end = own.findIndex(({ do: what }) => what === 'sendClose' || what === 'sendExitCommand');
  return end === -1 ? own : own.slice(0, end + 1);
}

function expectedOf({ effects }: CommandVector): readonly PhoneEffect[] {
  const end = effects.findIndex(({ do: what }) => what === 'sendClose' || what === 'sendExitCommand');
  return end === -1 ? effects : effects.slice(0, end + 1);
}

/** Phones that are used again as long as a command left them as they were. */
class Phones {
  readonly #folder: string;
  readonly #idle = new Map<string, UsedPhone>();
  #count = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async answer(line: CommandVector): Promise<readonly PhoneEffect[] | undefined> {
    const key = JSON.stringify([line.version, line.settings]);
    if (!line.running) {
      const phone = await this.#start(line);
      const answer = phone && answerOf(line, phone.effects);
      await phone?.simulator.dispose();
      return answer;
    }
    const phone = this.#idle.get(key) ?? (await this.#start(line));
    if (phone === undefined) return undefined;
    phone.effects.length = 0;
    await phone.client.sendCommandLine(line.tail, { timeoutMs: 10_000 });
    const answer = answerOf(line, phone.effects);
    if (await phone.isAsBefore()) {
      this.#idle.set(key, phone);
    } else {
      this.#idle.delete(key);
      await phone.simulator.dispose();
    }
    return answer;
  }

  async disposeAll(): Promise<void> {
    for (const phone of this.#idle.values()) await phone.simulator.dispose();
  }

  async #start({ running, settings, tail, version }: CommandVector): Promise<UsedPhone | undefined> {
    const dataDirectory = join(this.#folder, String(++this.#count));
    mkdirSync(dataDirectory);
    const context = vectorContext(version, settings, running);
    writeIni(dataDirectory, {
      'Settings.accountId': String(context.accountId),
      'Settings.singleMode': context.singleMode ? '1' : '0',
      'Settings.enableLocalAccount': context.enableLocalAccount ? '1' : '0',
      'Settings.minimized': context.minimized ? '1' : '0',
      'Settings.silent': context.silent ? '1' : '0',
      'Account0.domain': context.localDomain,
      'Account0.transport': context.localTransport,
      ...Object.fromEntries(
        [...context.accounts].flatMap(([id, account]) =>
          Object.entries(account).map(([key, text]) => [`Account${String(id)}.${key}`, text]),
        ),
      ),
    });
    const clock = new ManualClock();
    const effects: PhoneEffect[] = [];
    const confirm: { now: () => void } = { now: () => undefined };
    let simulator: Simulator | undefined;
    try {
      simulator = await Simulator.become({
        dataDirectory,
        version,
        clock,
        tail: running ? '' : tail,
        opening: { opened: true, firstRun: context.firstRun, text: '' },
        script: {
          registrar: context.registered ? { answers: 200, after: 1 } : { answers: 'never' },
          user: { answersQuestions: context.answerYes ? 'yes' : 'no' },
          stack: context.stackReady ? 'running' : 'failed',
        },
        peripherals: [
          {
            perform: (effect) => {
              effects.push(effect);
              // Whoever handed over the command waits until somebody closes the message box.
              if (effect.do === 'modal') queueMicrotask(confirm.now);
            },
          },
        ],
      });
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'INVALID_ARGUMENT') return undefined;
      throw error;
    }
    assert.ok(simulator);
    confirm.now = () => {
      simulator.user({ do: 'confirm' });
    };
    if (running) {
      clock.pass(10);
      if (context.calls > 0) {
        simulator.ring({ from: `<sip:${context.selectedCall ?? ''}>` });
        clock.pass(0);
        await simulator.commandLine('/answer');
        assert.equal(simulator.status.calls[0]?.state, 'active');
      }
    }
    const pristine = essence(simulator.phone);
    return {
      simulator,
      effects,
      client: new SimulatorClient(dataDirectory),
      isAsBefore: async () => {
        if (simulator.status.phone === 'not-running') return false;
        if (context.calls === 0 && simulator.status.calls.length > 0) {
          await simulator.commandLine('/hangupall');
          clock.pass(0);
        }
        return isDeepStrictEqual(essence(simulator.phone), pristine);
      },
    };
  }
}

interface UsedPhone {
  readonly simulator: Simulator;
  readonly client: SimulatorClient;
  readonly effects: PhoneEffect[];
  /** Whether the phone, once calls of the command have been hung up, is as before the command. */
  readonly isAsBefore: () => Promise<boolean>;
}

/** What a command line's effect can depend on. */
function essence(phone: PhoneState): object {
  const {
    at: _at,
    dialled: _dialled,
    mainWindow: _mainWindow,
    nextCall: _nextCall,
    settings,
    ...others
  } = phone;
  const { lastCallNumber: _lastCallNumber, ...kept } = settings;
  return { ...others, settings: kept };
}

describe("the simulator agrees with MicroSIP's real answers", () => {
  let directory: TemporaryDirectory;
  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  for (const version of versionsRun) {
    it(`to every command line in ${version}, handed over through the control socket`, async function () {
      this.timeout(120_000);
      const lines = (await readVectors('commands')).filter((line) => line.version === version);
      const phones = new Phones(directory.path);
      const different: unknown[] = [];
      let compared = 0;
      for (const line of lines) {
        if (unreachable(line) !== undefined) continue;
        compared++;
        const answer = await phones.answer(line);
        const startsNoPhone = !line.running && line.effects[0]?.do !== 'start';
        const agrees = startsNoPhone ? answer === undefined : isDeepStrictEqual(answer, expectedOf(line));
        if (!agrees) different.push({ line, answer });
      }
      await phones.disposeAll();
      assert.deepEqual(
        different.slice(0, 5),
        [],
        `${String(different.length)} of ${String(compared)} lines differ`,
      );
      assert.equal(lines.length, 2389);
      assert.equal(compared, 2389 - 65);
    });
  }

  it('to every start, by the function of the starting process', async function () {
    this.timeout(60_000);
    const vectors = await readVectors('stage1');
    assert.equal(vectors.length, 180);
    const lost: unknown[] = [];
    for (const [index, line] of vectors.entries()) {
      if (line.running || line.starts) continue;
      const dataDirectory = join(directory.path, String(index));
      mkdirSync(dataDirectory);
      writeIni(dataDirectory, oneAccount);
      const exitCode = await startProgram({
        dataDirectory,
        version: line.version,
        scriptFile: undefined,
        holdIniMs: 0,
        tail: line.tail,
      });
      const deletes = line.effects.some(({ do: what }) => what === 'deleteDir' || what === 'deleteIni');
      if (exitCode !== 0 || existsSync(iniPath(dataDirectory)) === deletes) lost.push(line);
    }
    assert.deepEqual(lost, []);
  });

  it('to every hook command, through the ini and an injected program starter', async function () {
    this.timeout(60_000);
    const vectors = await readVectors('hooks');
    assert.equal(vectors.length, 990);
    const byIniValue = new Map<string, HookVector[]>();
    for (const line of vectors)
      byIniValue.set(line.iniValue, [...(byIniValue.get(line.iniValue) ?? []), line]);
    const different: unknown[] = [];
    let compared = 0;
    for (const [index, [iniValue, lines]] of [...byIniValue].entries()) {
      const dataDirectory = join(directory.path, String(index));
      mkdirSync(dataDirectory);
      writeIni(dataDirectory, { ...oneAccount, 'Settings.cmdIncomingCall': iniValue });
      const clock = new ManualClock();
      const starts: ProgramStart[] = [];
      const hookArguments: string[] = [];
      await using simulator = await Simulator.start({
        dataDirectory,
        version: '3.22.16',
        clock,
        startProgram: (start, onEnd) => {
          starts.push(start);
          onEnd();
        },
        peripherals: [
          {
            perform: (effect) => {
              if (effect.do === 'hook') hookArguments.push(effect.argument);
            },
          },
        ],
      });
      for (const line of lines) {
        starts.length = 0;
        hookArguments.length = 0;
        const callId = simulator.ring({
          from: '<sip:900@pbx.test>',
          assertedIdentity: `<sip:${line.caller}@pbx.test>`,
        });
        clock.pass(0);
        if (simulator.status.calls.length > 0) simulator.farEnd({ do: 'hang-up' }, callId);
        clock.pass(0);
        const [start] = starts;
        // Some texts cannot come out of this header unchanged.
        if (start !== undefined && hookArguments[0] !== line.caller) continue;
        compared++;
        const own = line.file === '<own exe>';
        const agrees = line.run
          ? start !== undefined &&
            start.parameters === line.params &&
            (own
              ? start.file === process.execPath && start.args.at(-1) === line.params
              : start.file === line.file)
          : start === undefined;
        if (!agrees) different.push({ iniValue, line, start });
      }
    }
    assert.deepEqual(
      different.slice(0, 5),
      [],
      `${String(different.length)} of ${String(compared)} lines differ`,
    );
    assert.ok(compared > 800, `only ${String(compared)} lines could be compared`);
  });
});
