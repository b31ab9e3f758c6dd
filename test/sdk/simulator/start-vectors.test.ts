import assert from 'node:assert/strict';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PhoneEffect } from '../../../sdk/src/phone-model/phone-effect.ts';
import { Simulator } from '../../../sdk/src/simulator/simulator.ts';
import { startProgram } from '../../../sdk/src/simulator/start/start-program.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { readVectors, versionsRun, type StartVector } from '../../support/vectors.ts';
import { iniPath, oneAccount, writeIni } from './data-directory.ts';
import { ManualClock } from './manual-clock.ts';

/** What the starting process does by itself; all else is the instance's. */
const ownEffects: ReadonlySet<PhoneEffect['do']> = new Set([
  'showMain',
  'sendClose',
  'sendExitCommand',
  'ask',
  'deleteDir',
  'deleteIni',
  'senderReleased',
]);

/** What a phone does when it starts, whatever its command line says. */
const everyStart: ReadonlySet<PhoneEffect['do']> = new Set(['start', 'register', 'openAccountDialog']);

type Becomes = Extract<StartVector, { readonly starts: true }>;
type Ends = Exclude<StartVector, Becomes>;

describe("the simulator agrees with MicroSIP's real answers", () => {
  let directory: TemporaryDirectory;
  let count: number;
  beforeEach(() => {
    directory = temporaryDirectory();
    count = 0;
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  function preparedFolder(settings: Readonly<Record<string, string>> = {}): string {
    const folder = join(directory.path, String(++count));
    mkdirSync(folder);
    writeIni(folder, { ...oneAccount, ...settings });
    return folder;
  }

  for (const version of versionsRun) {
    it(`to every start in ${version}`, async function () {
      this.timeout(120_000);
      const lines = (await readVectors('stage1')).filter((line) => line.version === version);
      assert.equal(lines.length, 60);
      for (const line of lines) {
        const named = JSON.stringify(line);
        if ('starts' in line && line.starts) {
          await assertBecomes(line, named);
        } else {
          await assertEnds(line, line.effects, 'yes', named);
          if (line.effectsIfAnsweredNo !== undefined) {
            await assertEnds(line, line.effectsIfAnsweredNo, 'no', named);
          }
        }
      }
    });
  }

  /** The process becomes the instance: its window, in three states of the ini, and what it makes of the tail. */
  async function assertBecomes(line: Becomes, named: string): Promise<void> {
    const usual = await started(line);
    assert.equal(usual.window, line.window, named);
    assert.equal(usual.hiddenMode, line.hiddenMode ?? false, named);
    assert.equal(usual.handlesTail, line.tailIsHandled, named);
    assert.equal((await started(line, { firstRun: true })).window, line.windowOnFirstRun, named);
    assert.equal((await started(line, { minimized: '1' })).window, line.windowWithIniMinimized, named);
  }

  async function started(
    { tail, version }: Becomes,
    { firstRun = false, minimized = '0' } = {},
  ): Promise<{ window: string; hiddenMode: boolean; handlesTail: boolean }> {
    const effects: PhoneEffect[] = [];
    await using simulator = await Simulator.become({
      dataDirectory: preparedFolder({ 'Settings.minimized': minimized }),
      version,
      tail,
      clock: new ManualClock(),
      opening: { opened: true, firstRun, text: '' },
      peripherals: [{ perform: (effect) => void effects.push(effect) }],
    });
    assert.ok(simulator);
    const [start] = effects;
    assert.ok(start?.do === 'start');
    return {
      window: start.window,
      hiddenMode: simulator.phone.hiddenMode,
      handlesTail: effects.some((effect) => !everyStart.has(effect.do)),
    };
  }

  /** The process ends: beside a running phone, which hears of what is passed on, or without one. */
  async function assertEnds(
    line: Ends,
    effects: readonly PhoneEffect[],
    answersQuestions: 'yes' | 'no',
    named: string,
  ): Promise<void> {
    const { running, tail, version } = line;
    const dataDirectory = preparedFolder();
    const script = { user: { answersQuestions } };
    const scriptFile = join(dataDirectory, 'script.json');
    writeFileSync(scriptFile, JSON.stringify(script));
    const seen: PhoneEffect[] = [];
    await using simulator = running
      ? await Simulator.start({ dataDirectory, version, clock: new ManualClock(), script })
      : undefined;
    simulator?.onDidPerform((effect) => void seen.push(effect));

    const exitCode = await startProgram({
      dataDirectory,
      version,
      scriptFile,
      holdIniMs: 0,
      exampleAccount: false,
      tail,
    });

    assert.equal(exitCode, 0, named);
    const deletes = effects.some(({ do: what }) => what === 'deleteDir' || what === 'deleteIni');
    assert.equal(existsSync(iniPath(dataDirectory)), !deletes, named);
    if (simulator === undefined) return;
    assert.deepEqual(
      seen.filter((effect) => ownEffects.has(effect.do) && effect.do !== 'senderReleased'),
      effects,
      named,
    );
    const closes = effects.some(({ do: what }) => what === 'sendClose' || what === 'sendExitCommand');
    assert.equal(simulator.status.phone === 'not-running', closes, named);
    // What is passed on has an effect of its own in the instance.
    const passedOn = seen.some((effect) => !ownEffects.has(effect.do)) && !closes;
    assert.equal(passedOn, line.running && line.passedOn, named);
  }
});
