import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';

import { checks, type FindingCode } from '../../../sdk/src/diagnosis/checks.ts';
import { createProgram } from '../../../sdk/src/cli/program.ts';
import { cli, cliProcess } from '../cli/run-cli.ts';
import { faults, type Fault } from './faults.ts';
import { PreparedPhone } from './prepared-phone.ts';

/** The commands of the kit that a remedy names, as words. */
function commandsIn(remedy: string): readonly (readonly string[])[] {
  return [...remedy.matchAll(/`microsip ([^`]*)`/gu)].map(([, line = '']) =>
    [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
  );
}

/** Breaks a good installation, and gives what to do about it. */
async function remedyFor(code: FindingCode, fault: Fault, phone: PreparedPhone): Promise<string> {
  const started: AsyncDisposable[] = [];
  try {
    await fault.break(phone, started);
    const { findings } = await phone.diagnose();
    return findings.find((finding) => finding.code === code)?.remedy ?? '';
  } finally {
    for (const process of started) await process[Symbol.asyncDispose]();
  }
}

describe('the remedy', () => {
  for (const { code } of checks) {
    const [fault] = faults[code];
    if (fault === undefined || (fault.backend !== undefined && process.platform === 'win32')) continue;

    it(`names only commands that the kit has: ${code}`, async () => {
      using phone = await PreparedPhone.create(fault.backend ?? 'simulator');
      for (const words of commandsIn(await remedyFor(code, fault, phone))) {
        const program = createProgram(() => Promise.resolve(), new PassThrough());
        await program.parseAsync([...words], { from: 'user' });
      }
    });
  }

  /** What a command of the kit mends all by itself. */
  const mendable: readonly FindingCode[] = [
    'hook-blank',
    'hook-batch-file',
    'hook-cut',
    'hook-deadlock',
    'hook-opens-editor',
    'hook-path-split',
    'hook-program-missing',
    'hook-redirected',
    'hook-shell',
    'hooks-damaged',
    'hooks-incomplete',
    'single-mode',
    'auto-answer-everyone',
    'forwarding-loop',
    'silent-ignored',
    'update-check',
    'account-without-domain',
    'account-address',
    'calls-refused',
    'account-without-server',
    'active-account-missing',
    'dial-plan',
    'dialing-prefix',
  ];
  for (const code of mendable) {
    for (const fault of faults[code].filter(
      ({ backend, isByHand }) => backend === undefined && isByHand !== true,
    )) {
      it(`mends ${code}: ${fault.title}`, async () => {
        using phone = await PreparedPhone.create('simulator');
        const command = commandsIn(await remedyFor(code, fault, phone)).find(
          ([name, , ...rest]) => ['settings', 'hooks'].includes(name ?? '') && !rest.includes('…'),
        );
        assert.ok(command);
        const words = [...command, '--backend', 'simulator', '--data-dir', phone.dataDirectory];
        // The hook program goes to the folder of a user.
        const { code: exitCode, stderr } = command.includes('hooks')
          ? await cliProcess(words, { ...phone.user.env, HOME: phone.user.home })
          : await cli(...words);
        assert.equal(exitCode, 0, `${command.join(' ')}: ${stderr}`);
        assert.deepEqual((await phone.diagnose()).findings, []);
      });
    }
  }
});
