import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { PhoneEffect } from '../../../sdk/src/phone-model/phone-effect.ts';
import type { PhoneState } from '../../../sdk/src/phone-model/phone-state.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { Simulator } from '../../../sdk/src/simulator/simulator.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import {
  readVectors,
  vectorContext,
  versionsRun,
  type CommandVector,
  type VectorSettings,
} from '../../support/vectors.ts';
import { writeIni } from './data-directory.ts';
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

const otherAccount = 2;

/** Neither an account nor the local one: so it is after the Settings dialog, not after a start (facts D.5). */
function noAccount({ accountId, enableLocalAccount }: VectorSettings): boolean {
  return accountId === 0 && enableLocalAccount !== true;
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
    const ownAccount = context.accountId;
    // An account without a user name can be switched to, but does not get into the SIP stack (facts A.5).
    const incomplete = !context.accountAdded;
    writeIni(dataDirectory, {
      'Settings.accountId': String(incomplete ? otherAccount : ownAccount),
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
      ...(incomplete && { [`Account${String(ownAccount)}.username`]: '' }),
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
        ...(noAccount(settings) && { memory: { accountId: 0 } }),
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
      if (incomplete) await simulator.commandLine(`/account:${String(ownAccount)}`);
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
      for (const line of lines) {
        const answer = await phones.answer(line);
        const startsNoPhone = !line.running && line.effects[0]?.do !== 'start';
        const agrees = startsNoPhone ? answer === undefined : isDeepStrictEqual(answer, expectedOf(line));
        if (!agrees) different.push({ line, answer });
      }
      await phones.disposeAll();
      assert.deepEqual(different.slice(0, 5), [], `${String(different.length)} of 2389 lines differ`);
      assert.equal(lines.length, 2389);
    });
  }
});
