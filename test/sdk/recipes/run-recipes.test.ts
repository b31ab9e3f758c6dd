import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { PhoneAction } from '../../../sdk/src/action/phone-action.ts';
import { planAction } from '../../../sdk/src/action/plan-action.ts';
import { recipe } from '../../../sdk/src/recipes/make-recipe.ts';
import type { Recipe, RecipeLanguage } from '../../../sdk/src/recipes/recipe.ts';
import { describeOnPosix } from '../../support/mocha/platform-tests.ts';
import { skipBecause } from '../../support/mocha/skip-because.ts';
import type { Provided } from '../../support/provided.ts';
import {
  powershellRunner,
  provideCsharpRunner,
  providePythonRunner,
  runNodeRecipe,
  type RunRecipe,
} from '../../support/recipes/recipe-runners.ts';
import { recordingProgram, shellWord } from '../../support/recipes/recording-program.ts';
import { simulatedPhone } from '../../support/sdk/simulated-phone.ts';
import { until } from '../../support/sdk/until.ts';
import { temporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { everyAction } from './every-action.ts';

const runners: readonly {
  readonly language: RecipeLanguage;
  readonly provide: () => Provided<RunRecipe> | Promise<Provided<RunRecipe>>;
  readonly quote: string;
  /** The number 101 with a line end behind it. */
  readonly lineEnd: string;
}[] = [
  { language: 'node', provide: () => ({ ok: true, value: runNodeRecipe }), quote: '"', lineEnd: '"101\\n"' },
  { language: 'python', provide: providePythonRunner, quote: '"', lineEnd: '"101\\n"' },
  { language: 'csharp', provide: provideCsharpRunner, quote: '"', lineEnd: '"101\\n"' },
  ...[powershellRunner()].flatMap((value) =>
    value === undefined
      ? []
      : [
          {
            language: 'powershell' as const,
            provide: () => ({ ok: true, value }) as const,
            quote: "'",
            lineEnd: '"101`n"',
          },
        ],
  ),
];

/** A recipe that somebody changed in one place. */
const edited = (made: Recipe, from: string, to: string): Recipe => {
  assert.equal(made.text.split(from).length, 2, `${from} stands once in ${made.text}`);
  return { ...made, text: made.text.replace(from, () => to) };
};

const dial: PhoneAction = { type: 'dial', target: '4930123456' };

/** What nobody should be able to make a call of, as a literal that reads alike in all of these languages. */
const notToBeSent = [
  '/hangupall',
  'msip:hangupall',
  '101 102',
  '101 /account:2',
  '-hangup',
  'tel:101',
  'sip:bob@example.com',
  '١٠١',
  '',
  '1'.repeat(257),
];

for (const { language, provide, quote, lineEnd } of runners) {
  describeOnPosix(`a recipe in ${language}`, function () {
    let run: RunRecipe;

    before(async function () {
      this.timeout(300_000);
      const provided = await provide();
      if (!provided.ok) skipBecause(this, provided.reason);
      run = provided.value;
    });

    it('starts MicroSIP with exactly what each action is, one start after the other', async function () {
      this.timeout(120_000);
      using directory = temporaryDirectory();
      for (const [index, action] of everyAction.entries()) {
        const folder = path.join(directory.path, String(index));
        mkdirSync(folder);
        const program = recordingProgram(folder);
        const end = await run(recipe(language, action, { executable: program.path }), folder);
        assert.deepEqual(end, { exitCode: 0, stderr: '' }, JSON.stringify(action));
        const { commandLines } = planAction(action);
        assert.deepEqual(
          program.starts(),
          commandLines.map((line) => (line === '' ? [] : [line])),
          JSON.stringify(action),
        );
      }
    });

    it('starts a program whose path is hostile', async function () {
      this.timeout(60_000);
      using directory = temporaryDirectory();
      const folder = path.join(directory.path, "Jürgen's $HOME $(x) %PATH% !a! `b` 😀 #; & {0} ::");
      mkdirSync(folder);
      const program = recordingProgram(folder, "micro 'sip' ‘’.exe");
      const end = await run(recipe(language, dial, { executable: program.path }), directory.path);
      assert.deepEqual(end, { exitCode: 0, stderr: '' });
      assert.deepEqual(program.starts(), [['4930123456']]);
    });

    it('sends nothing that is no number, once somebody put it there', async function () {
      this.timeout(120_000);
      using directory = temporaryDirectory();
      const program = recordingProgram(directory.path);
      for (const text of notToBeSent) {
        const made = recipe(language, dial, { executable: program.path });
        const { exitCode, stderr } = await run(edited(made, '4930123456', text), directory.path);
        assert.equal(exitCode, 1, text);
        assert.match(stderr, /no telephone number/u);
      }
      const made = recipe(language, dial, { executable: program.path });
      const withLineEnd = edited(made, `${quote}4930123456${quote}`, lineEnd);
      assert.equal((await run(withLineEnd, directory.path)).exitCode, 1);
      assert.deepEqual(program.starts(), []);
    });

    it('says that the program is not there', async function () {
      this.timeout(60_000);
      using directory = temporaryDirectory();
      for (const executable of [path.join(directory.path, 'microsip.exe'), directory.path, '']) {
        const { exitCode, stderr } = await run(recipe(language, dial, { executable }), directory.path);
        assert.equal(exitCode, 1);
        assert.match(stderr, /microsip\.exe was not found\. Write its path into/u);
      }
    });

    it('says that the program cannot be started, or fails', async function () {
      this.timeout(60_000);
      using directory = temporaryDirectory();
      const failing = recordingProgram(directory.path, 'failing.exe', { exitCode: 3 });
      const end = await run(recipe(language, dial, { executable: failing.path }), directory.path);
      assert.equal(end.exitCode, 1);
      assert.match(end.stderr, /did not take the command/u);

      const locked = path.join(directory.path, 'locked.exe');
      writeFileSync(locked, 'no program');
      chmodSync(locked, 0o644);
      const { exitCode, stderr } = await run(recipe(language, dial, { executable: locked }), directory.path);
      assert.equal(exitCode, 1);
      assert.notEqual(stderr, '');
    });

    it('does not wait for ever', async function () {
      this.timeout(60_000);
      using directory = temporaryDirectory();
      const hanging = recordingProgram(directory.path, 'microsip.exe', { hangs: true });
      const made = recipe(language, dial, { executable: hanging.path });
      const inSeconds = language === 'python';
      const impatient = edited(made, inSeconds ? '= 15 ' : '= 15000', inSeconds ? '= 1 ' : '= 1000');
      const { exitCode, stderr } = await run(impatient, directory.path);
      assert.equal(exitCode, 1);
      assert.match(stderr, /busy/u);
      await until(() => hanging.starts().length > 0, 'the program to write down its start');
      rmSync(path.join(directory.path, 'record'));
    });

    it('has a simulated phone call and hang up', async function () {
      this.timeout(120_000);
      await using simulated = await simulatedPhone();
      const { phone } = simulated;
      await phone.start();
      using directory = temporaryDirectory();
      const { file, leadingArguments } = phone.installation.launch;
      const program = path.join(directory.path, 'microsip.exe');
      const words = [file, ...leadingArguments].map(shellWord).join(' ');
      writeFileSync(program, `#!/bin/sh\nexec ${words} "$@"\n`);
      chmodSync(program, 0o755);

      const send = async (action: PhoneAction): Promise<void> => {
        const end = await run(recipe(language, action, { executable: program }), directory.path);
        assert.deepEqual(end, { exitCode: 0, stderr: '' });
      };
      await send(dial);
      await until(
        async () => (await phone.status()).calls.some(({ state }) => state === 'active'),
        'the answer',
      );
      await send({ type: 'hangup' });
      await until(async () => (await phone.status()).calls.length === 0, 'the end of the call');
    });
  });
}
