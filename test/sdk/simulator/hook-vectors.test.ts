import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hookCommand } from '../../../sdk/src/phone-model/hook-command/hook-command.ts';
import type { HookEffect } from '../../../sdk/src/phone-model/phone-effect.ts';
import {
  HookRunner,
  type OwnProgram,
  type ProgramStart,
  type StartProgram,
} from '../../../sdk/src/simulator/hooks/hook-runner.ts';
import { Simulator } from '../../../sdk/src/simulator/simulator.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { readVectors, type HookVector } from '../../support/vectors.ts';
import { oneAccount, writeIni } from './data-directory.ts';
import { ManualClock } from './manual-clock.ts';

/** Texts with a semicolon, where this header's address ends; their commands are given to the hook runner itself. */
const callersOfNoHeader: readonly string[] = ["';drop", '101;x=1'];

const ownProgram: OwnProgram = { file: process.execPath, leadingArguments: ['program.ts', '--'] };

describe("the simulator agrees with MicroSIP's real answers", () => {
  it('to every hook command, through the ini and an injected program starter', async function () {
    this.timeout(120_000);
    using directory = temporaryDirectory();
    const vectors = await readVectors('hooks');
    assert.equal(vectors.length, 990);
    const byIniValue = new Map<string, HookVector[]>();
    for (const line of vectors) {
      byIniValue.set(line.iniValue, [...(byIniValue.get(line.iniValue) ?? []), line]);
    }
    const different: unknown[] = [];
    const injected = new Set<string>();
    for (const [index, [iniValue, lines]] of [...byIniValue].entries()) {
      const dataDirectory = join(directory.path, String(index));
      mkdirSync(dataDirectory);
      writeIni(dataDirectory, { ...oneAccount, 'Settings.cmdIncomingCall': iniValue });
      const clock = new ManualClock();
      const starts: ProgramStart[] = [];
      const startProgram: StartProgram = (start, onEnd) => {
        starts.push(start);
        onEnd();
      };
      const hooks: HookEffect[] = [];
      await using simulator = await Simulator.start({
        dataDirectory,
        version: '3.22.16',
        clock,
        startProgram,
        peripherals: [
          {
            perform: (effect) => {
              if (effect.do === 'hook') hooks.push(effect);
            },
          },
        ],
      });
      const runner = new HookRunner(ownProgram, () => undefined, startProgram);
      for (const line of lines) {
        starts.length = 0;
        hooks.length = 0;
        const callId = simulator.ring({
          from: '<sip:900@pbx.test>',
          assertedIdentity: `<sip:${line.caller}@pbx.test>`,
        });
        clock.pass(0);
        if (simulator.status.calls.length > 0) simulator.farEnd({ do: 'hang-up' }, callId);
        clock.pass(0);
        const [hook] = hooks;
        if (hook !== undefined && hook.argument !== line.caller) {
          injected.add(line.caller);
          starts.length = 0;
          const command = hookCommand(simulator.phone.settings.hooks.cmdIncomingCall, line.caller);
          if (command !== undefined) runner.perform({ ...hook, ...command, argument: line.caller });
        }
        const [start] = starts;
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
    assert.deepEqual(different.slice(0, 5), [], `${String(different.length)} of 990 lines differ`);
    assert.deepEqual([...injected].sort(), callersOfNoHeader);
  });
});
