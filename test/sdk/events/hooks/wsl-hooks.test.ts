import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { HooksStatus } from '../../../../sdk/src/events/hooks/installing/hooks-status.ts';
import { encodeIni } from '../../../../sdk/src/settings/ini-encoding.ts';
import { describeOnLinux } from '../../../support/mocha/platform-tests.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { StandInWsl } from '../../../support/sdk/wsl/stand-in-wsl.ts';
import { cliProcess, type CliResult } from '../../cli/run-cli.ts';

describeOnLinux(
  'the hooks of a phone on the Windows around a WSL, on a machine that stands in for one',
  () => {
    const executable = 'D:\\MicroSIP\\microsip.exe';
    const ini = (wsl: StandInWsl): string => wsl.local('D:\\MicroSIP\\microsip.ini');
    const withPhone = (): StandInWsl => {
      const wsl = new StandInWsl({
        registry: { 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Node.js': { InstallPath: 'C:\\Program Files\\nodejs\\' } },
      });
      wsl.recorder(executable);
      mkdirSync(wsl.local('C:\\Users\\Jörg Weiß\\AppData\\Local'), { recursive: true });
      writeFileSync(
        ini(wsl),
        encodeIni({ encoding: 'utf-16le', text: '[Settings]\r\ncmdCallEnd=C:\\ev.exe\r\n' }),
      );
      return wsl;
    };
    const hooks = async (wsl: StandInWsl, ...words: readonly string[]): Promise<CliResult> => {
      using home = temporaryDirectory();
      return await cliProcess(
        [
          'hooks',
          ...words,
          '--backend',
          'wsl',
          '--exe',
          executable,
          '--microsip-version',
          '3.22.16',
          '--json',
        ],
        { ...wsl.environment, HOME: home.path, XDG_DATA_HOME: home.path, TMPDIR: home.path },
      );
    };

    it('are run by a Node.js of Windows, in a folder of its user, whose journal is read from here', async () => {
      using wsl = withPhone();
      wsl.recorder('C:\\Program Files\\nodejs\\node.exe');
      const installed = await hooks(wsl, 'install');
      assert.equal(installed.code, 0, installed.stdout + installed.stderr);

      const text = readFileSync(ini(wsl)).toString('utf16le');
      const [, script = ''] =
        /^cmdCallRing="C:\\Program Files\\nodejs\\node\.exe" \\"(.*)\\" \\"cmdCallRing\r$/mu.exec(text) ?? [];
      assert.match(
        script,
        /^C:\\Users\\Jörg Weiß\\AppData\\Local\\microsip-devkit\\hooks\\[0-9a-f]{16}\\hook\.cjs$/u,
      );

      execFileSync(process.execPath, [wsl.local(script), 'cmdCallRing +4930123']);
      const { stdout } = await hooks(wsl, 'status');
      const status = JSON.parse(stdout) as HooksStatus;
      assert.equal(status.installed, true);
      assert.equal(status.journal.folder, path.dirname(wsl.local(script)));
      assert.equal(status.journal.last?.caller, '+4930123');
      assert.equal(status.hooks.find(({ hook }) => hook === 'cmdCallEnd')?.runs, 'C:\\ev.exe');

      assert.equal((await hooks(wsl, 'remove')).code, 0);
      assert.match(readFileSync(ini(wsl)).toString('utf16le'), /^cmdCallEnd=C:\\ev\.exe\r$/mu);
      assert.ok(!existsSync(path.dirname(wsl.local(script))));
    });

    it('need a Node.js on Windows, and say so', async () => {
      using wsl = withPhone();
      const without = await hooks(wsl, 'install');
      assert.equal(without.code, 3, without.stdout);
      assert.match(without.stdout, /NOT_INSTALLED.*install one on Windows/u);
      const ofLinux = await hooks(wsl, 'install', '--node', '/bin/sh');
      assert.match(ofLinux.stdout, /NOT_INSTALLED.*node\.exe of Windows/u);
      assert.match(readFileSync(ini(wsl)).toString('utf16le'), /^cmdCallEnd=C:\\ev\.exe\r$/mu);
    });
  },
);
