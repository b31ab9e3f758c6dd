import assert from 'node:assert/strict';

import { describeOnLinux } from '../../../support/mocha/platform-tests.ts';
import { commandLineToArgv } from '../../../support/sdk/command-line-to-argv.ts';
import { StandInWsl } from '../../../support/sdk/wsl/stand-in-wsl.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { cliProcess, type CliResult } from '../../cli/run-cli.ts';

interface Plan {
  readonly file: string;
  readonly commandLine: string;
  readonly steps: readonly { readonly place: string; readonly looked: string; readonly remark?: string }[];
}

describeOnLinux('the microsip command in a WSL, on a machine that stands in for one', () => {
  const executable = 'D:\\My Phones\\MicroSIP\\microsip.exe';
  const run = async (wsl: StandInWsl, ...words: readonly string[]): Promise<CliResult> => {
    using home = temporaryDirectory();
    return await cliProcess([...words, '--backend', 'wsl', '--json'], {
      ...wsl.environment,
      HOME: home.path,
      XDG_DATA_HOME: home.path,
      TMPDIR: home.path,
    });
  };
  const installed = {
    'HKEY_CURRENT_USER\\Software\\MicroSIP': { '': 'D:\\My Phones\\MicroSIP' },
  };

  it('shows each step of a start, and starts nothing', async () => {
    using wsl = new StandInWsl({ registry: installed });
    const starts = wsl.recorder(executable);
    const { code, stdout, stderr } = await run(wsl, 'dial', '+1 (415) 555-2671', '--dry-run');
    assert.equal(code, 0, stderr);
    const { commandLine, file, steps } = JSON.parse(stdout) as Plan;
    assert.equal(file, wsl.local(executable));
    assert.ok(commandLine.endsWith('microsip.exe" +14155552671'), commandLine);
    assert.deepEqual(
      steps.slice(0, 2).map(({ place }) => place),
      ['wsl-interop', 'user-registry'],
    );
    assert.match(steps[0]?.remark ?? '', /WSL starts its programs/u);
    assert.deepEqual(starts(), []);
  });

  it('hands over one argument, however it has to be quoted on the way', async () => {
    using wsl = new StandInWsl({ registry: installed });
    const starts = wsl.recorder(executable);
    const target = 'sip:a&b@HOST?X-Note=$(id)&Y=1';
    const { code, stdout } = await run(
      wsl,
      'dial',
      target,
      '--exe',
      executable,
      '--microsip-version',
      '3.22.16',
    );
    assert.equal(code, 0, stdout);
    const seen = starts();
    assert.equal(seen.length, 1);
    for (const { commandLine, workingDirectory } of seen) {
      assert.deepEqual(commandLineToArgv(commandLine), ['microsip.exe', target]);
      assert.equal(workingDirectory, 'D:\\My Phones\\MicroSIP');
    }
  });

  it('says why nothing can be started', async () => {
    using wsl = new StandInWsl();
    const { code, stdout } = await run(wsl, 'dial', '101', '--exe', 'X:\\microsip.exe');
    assert.equal(code, 3);
    assert.match(stdout, /NOT_INSTALLED/u);
  });

  it('says of a named program that is not there that it is not, whatever the command', async () => {
    using wsl = new StandInWsl();
    const hangup = await run(wsl, 'hangup', '--exe', 'D:\\gone\\microsip.exe');
    assert.deepEqual([hangup.code, hangup.stdout.includes('NOT_INSTALLED')], [3, true], hangup.stdout);
    const status = await run(wsl, 'status', '--exe', 'D:\\gone\\microsip.exe');
    assert.deepEqual([status.code, status.stdout.includes('"not-installed"')], [3, true], status.stdout);
  });
});
