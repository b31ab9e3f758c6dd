import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { interpretCommandLine } from '../../../sdk/src/phone-model/command-line/interpret-command-line.ts';
import { startingProcess } from '../../../sdk/src/phone-model/command-line/starting-process.ts';
import { hookCommand } from '../../../sdk/src/phone-model/hook-command/hook-command.ts';
import { isTelephoneNumber } from '../../../sdk/src/phone-model/number-format/telephone-number.ts';
import { parseNameAddress } from '../../../sdk/src/phone-model/pjsip/parse-name-address.ts';
import { printInFromHeader } from '../../../sdk/src/phone-model/pjsip/print-name-address.ts';
import { hostOf, isIpAddress } from '../../../sdk/src/phone-model/sip-address/host.ts';
import {
  parseRemoteAddress,
  printRemoteAddress,
} from '../../../sdk/src/phone-model/sip-address/parse-remote-address.ts';
import { profileValue } from '../../../sdk/src/settings/profile-value.ts';
import {
  readVectors,
  vectorContext,
  versionsRun,
  type AddressVector,
  type HookVector,
  type StartVector,
} from '../../support/vectors.ts';

/** What the model says to a line, and what MicroSIP said. */
interface Answers {
  readonly line: unknown;
  readonly model: unknown;
  readonly microsip: unknown;
}

const shownDifferences = 5;

/** Counts the lines, so that a missing file cannot pass, and shows the first lines that differ. */
function assertAllAgree(answers: readonly Answers[], expectedLines: number): void {
  assert.equal(answers.length, expectedLines);
  const different = answers.filter(({ model, microsip }) => !isDeepStrictEqual(model, microsip));
  const shown = different.slice(0, shownDifferences);
  assert.deepEqual(
    shown.map(({ line, model }) => ({ line, answer: model })),
    shown.map(({ line, microsip }) => ({ line, answer: microsip })),
    `${different.length} of ${answers.length} lines differ`,
  );
}

/** Not one line is left out: the model follows them all. */
describe("MicroSIP's real answers", () => {
  for (const version of versionsRun) {
    it(`to 2,389 command lines in ${version}`, async () => {
      const lines = (await readVectors('commands')).filter((line) => line.version === version);
      assertAllAgree(
        lines.map(({ effects, running, settings, tail }) => ({
          line: { tail, running, settings },
          model: interpretCommandLine(vectorContext(version, settings, running), tail),
          microsip: effects,
        })),
        2389,
      );
    });

    it(`to 60 starts in ${version}`, async () => {
      const lines = (await readVectors('stage1')).filter((line) => line.version === version);
      assertAllAgree(lines.flatMap(startAnswers), startQuestions(lines));
      assert.equal(lines.length, 60);
    });

    it(`to 1,385 addresses in ${version}`, async () => {
      const lines = (await readVectors('uris')).filter((line) => line.version === version);
      assertAllAgree(lines.map(addressAnswers), 1385);
    });
  }

  it('to 990 hook values, the same in all versions', async () => {
    const lines = await readVectors('hooks');
    assert.ok(lines.every(({ versions }) => isDeepStrictEqual(versions, versionsRun)));
    assertAllAgree(lines.map(hookAnswers), 990);
  });
});

/** One question a line, one more if the user can say no, two more if the program starts. */
function startQuestions(lines: readonly StartVector[]): number {
  return lines
    .map((line) => {
      if (!line.running && line.starts) return 3;
      return line.effectsIfAnsweredNo === undefined ? 1 : 2;
    })
    .reduce((sum, questions) => sum + questions, 0);
}

function startAnswers(line: StartVector): readonly Answers[] {
  const { running, tail, version } = line;
  const ask = (settings: Parameters<typeof vectorContext>[1]) =>
    startingProcess(vectorContext(version, settings, running), tail);

  if (!line.running && line.starts) {
    const started = (window: 'shown' | 'hidden') => ({
      outcome: 'starts',
      start: { do: 'start', window, ...(line.hiddenMode && { hiddenMode: true }) },
      handlesTail: line.tailIsHandled,
    });
    return [
      { line, model: ask({}), microsip: started(line.window) },
      { line, model: ask({ firstRun: true }), microsip: started(line.windowOnFirstRun) },
      { line, model: ask({ minimized: true }), microsip: started(line.windowWithIniMinimized) },
    ];
  }
  const passedOn = line.running && line.passedOn;
  const ended = (effects: unknown) => (passedOn ? { outcome: 'passed-on' } : { outcome: 'ends', effects });
  return [
    { line, model: ask({}), microsip: ended(line.effects) },
    ...(line.effectsIfAnsweredNo === undefined
      ? []
      : [{ line, model: ask({ answerYes: false }), microsip: ended(line.effectsIfAnsweredNo) }]),
  ];
}

function addressAnswers(line: AddressVector): Answers {
  const { input, version } = line;
  const address = parseRemoteAddress(version, input);
  const host = hostOf(address.domain);
  return {
    line: input,
    model: {
      version,
      input,
      user: address.user,
      domain: address.domain,
      name: address.name,
      ...(version === '3.22.16'
        ? { suffix: address.parameters, built: printRemoteAddress(address) }
        : { parameters: address.parameters, commands: address.commands }),
      host,
      hostIsIp: isIpAddress(version, host),
      userIsPstn: isTelephoneNumber(version, address.user),
      header: headerOf(input),
    },
    microsip: line,
  };
}

function headerOf(input: string): AddressVector['header'] {
  const address = parseNameAddress(input, 'from-header');
  if (address === undefined) return 'invalid';
  return printInFromHeader(address) === input ? 'same' : 'other';
}

function hookAnswers(line: HookVector): Answers {
  const { caller, file, iniValue, params, run, value } = line;
  return {
    line: { iniValue, caller },
    model: { value: profileValue(iniValue), command: hookCommand(value, caller) },
    microsip: { value, command: run ? { file, params } : undefined },
  };
}
