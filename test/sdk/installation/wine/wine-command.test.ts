import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describeOnPosix } from '../../../support/mocha/platform-tests.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { makeFile, makePrefix, makeProgram } from '../../../support/sdk/wine-tree.ts';
import { cliProcess, type CliResult } from '../../cli/run-cli.ts';

interface Plan {
  readonly file: string;
  readonly commandLine: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly place: string; readonly looked: string }[];
}

/** Notes how it was started: each argument, its prefix and its folder on a line of its own. */
const noting = 'printf "%s\\n" "$@" "$WINEPREFIX" "$PWD" > "$(dirname "$0")/started"';

describeOnPosix('the microsip command with a MicroSIP under Wine', () => {
  const folder = 'C:\\MicroSIP';
  const homeWithPhone = (): TemporaryDirectory => {
    const home = temporaryDirectory();
    makeProgram(path.join(home.path, 'bin', 'wine'), noting);
    makePrefix(path.join(home.path, '.wine'), {
      userRegistry: { 'Software\\MicroSIP': { '': folder } },
    });
    makeFile(path.join(home.path, '.wine/drive_c/MicroSIP/microsip.exe'));
    return home;
  };
  const run = async (home: TemporaryDirectory, ...words: readonly string[]): Promise<CliResult> =>
    await cliProcess([...words, '--backend', 'wine', '--json'], {
      HOME: home.path,
      XDG_DATA_HOME: undefined,
      XDG_CONFIG_HOME: undefined,
      WINEPREFIX: undefined,
      TMPDIR: home.path,
      PATH: `${path.join(home.path, 'bin')}:/usr/bin:/bin`,
    });

  it('shows each step of a start, and starts nothing', async () => {
    using home = homeWithPhone();
    const { code, stdout, stderr } = await run(home, 'dial', '101', '--dry-run');
    assert.equal(code, 0, stderr);
    const { commandLine, environment, file, steps } = JSON.parse(stdout) as Plan;
    const wine = path.join(home.path, 'bin/wine');
    assert.equal(file, wine);
    assert.equal(commandLine, `${wine} C:\\MicroSIP\\microsip.exe 101`);
    assert.deepEqual(environment, { WINEPREFIX: path.join(home.path, '.wine') });
    assert.deepEqual(
      steps.slice(0, 2).map(({ place }) => place),
      ['wine-prefix', 'user-registry'],
    );
    assert.ok(!existsSync(path.join(home.path, 'bin/started')));
  });

  it('hands one argument to Wine, with the prefix, in the folder of the program', async () => {
    using home = homeWithPhone();
    const target = 'sip:a&b@HOST?X-Note=$(id)&Y=1';
    const { code, stdout } = await run(home, 'dial', target, '--microsip-version', '3.22.16');
    assert.equal(code, 0, stdout);
    const prefix = path.join(home.path, '.wine');
    assert.deepEqual(readFileSync(path.join(home.path, 'bin/started'), 'utf8').split('\n'), [
      'C:\\MicroSIP\\microsip.exe',
      target,
      prefix,
      path.join(prefix, 'drive_c/MicroSIP'),
      '',
    ]);
  });

  for (const [where, named, message] of [
    ['in the prefix', 'C:\\Gone\\microsip.exe', /There is no program .*Gone\/microsip\.exe; /u],
    ['on this system', '/gone/microsip.exe', /There is no program \/gone\/microsip\.exe; /u],
    ['on a drive of the prefix', 'D:\\MicroSIP\\microsip.exe', /leads to no program: it is on no drive/u],
  ] as const) {
    it(`starts no Wine for a program that is not there, ${where}`, async () => {
      using home = homeWithPhone();
      const { code, stdout } = await run(home, '--exe', named, 'dial', '101');
      assert.equal(code, 3, stdout);
      assert.match(stdout, message);
      assert.equal(existsSync(path.join(home.path, 'bin/started')), false);
    });
  }

  it('says where it looked when there is none', async () => {
    using home = temporaryDirectory();
    const { code, stdout } = await run(home, 'dial', '101');
    assert.equal(code, 3);
    assert.match(stdout, /the prefixes of Wine/u);
  });
});
