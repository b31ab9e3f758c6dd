import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

import type { Delivery } from '../../../../sdk/src/channel/channel.ts';
import type { PhoneStatus } from '../../../../sdk/src/events/call-event.ts';
import type { HookEvent } from '../../../../sdk/src/events/hooks/hook-event.ts';
import type { HooksStatus } from '../../../../sdk/src/events/hooks/installing/hooks-status.ts';
import { describeOnPosix } from '../../../support/mocha/platform-tests.ts';
import { skipBecause } from '../../../support/mocha/skip-because.ts';
import { runCommand } from '../../../support/run-command.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { until } from '../../../support/sdk/until.ts';
import { findCCompiler } from '../../../support/windows/c-compiler.ts';
import { standInPhone, type StandIn } from '../../../support/windows/stand-in-phone.ts';
import { provideWindowsPrograms } from '../../../support/windows/windows-programs.ts';
import { findWine, type WinePrograms } from '../../../support/windows/wine.ts';
import { cliProcess } from '../../cli/run-cli.ts';

describeOnPosix('a phone in a prefix that Wine itself made', () => {
  let home: TemporaryDirectory;
  let prefix: string;
  let wine: WinePrograms;
  let phone: StandIn;
  const endings: (() => unknown)[] = [];

  const environment = (): Record<string, string> => ({
    HOME: home.path,
    XDG_DATA_HOME: path.join(home.path, 'data'),
    XDG_CONFIG_HOME: path.join(home.path, 'config'),
    TMPDIR: home.path,
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
    DISPLAY: '',
    WAYLAND_DISPLAY: '',
  });
  const microsip = async <Result>(...words: readonly string[]): Promise<Result> => {
    const all = [
      ...words,
      '--backend',
      'wine',
      '--microsip-version',
      '3.22.16',
      '--json',
      '--timeout',
      '60000',
    ];
    const { code, stdout, stderr } = await cliProcess(all, environment());
    assert.equal(code, 0, `${words.join(' ')}: ${stdout}${stderr}`);
    return JSON.parse(stdout) as Result;
  };

  before(async function () {
    this.timeout(240_000);
    const [foundWine, compiler] = [findWine(), findCCompiler()];
    if (!foundWine.ok) skipBecause(this, foundWine.reason);
    if (!compiler.ok) skipBecause(this, compiler.reason);
    wine = foundWine.value;
    Object.assign(process.env, await provideWindowsPrograms(compiler.value));
    home = temporaryDirectory();
    endings.push(() => home[Symbol.dispose]());
    prefix = path.join(home.path, 'My Prefix');
    mkdirSync(prefix);
    const options = { env: environment(), timeout: 120_000 };
    for (const option of ['-w', '-k'])
      endings.push(() => runCommand(wine.server, [option], { ...options, timeout: 30_000 }));
    await runCommand(wine.wine, ['wineboot', '-i'], options);
    // Without a display, windows are there all the same.
    const driver = ['HKCU\\Software\\Wine\\Drivers', '/v', 'Graphics', '/d', 'null', '/f'];
    await runCommand(wine.wine, ['reg', 'add', ...driver], options);
    const appPath = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\microsip.exe';
    const place = ['/ve', '/d', 'C:\\Phones\\MicroSIP\\microsip.exe', '/f'];
    await runCommand(wine.wine, ['reg', 'add', appPath, ...place], options);
    await runCommand(wine.server, ['-w'], options);
    phone = standInPhone({
      folder: path.join(prefix, 'drive_c', 'Phones', 'MicroSIP'),
      farEnds: { 2001: 'rings' },
    });
  });

  after(async () => {
    // Left out where the suite is skipped.
    for (const end of endings.toReversed()) await end();
  });

  it('is found, starts, takes commands, has hooks that run outside of Wine, and ends', async function () {
    this.timeout(240_000);
    const plan = await microsip<{ environment: Record<string, string>; commandLine: string }>(
      'dial',
      '101',
      '--dry-run',
    );
    assert.ok(plan.commandLine.endsWith(' C:\\Phones\\MicroSIP\\microsip.exe 101'), plan.commandLine);
    assert.deepEqual(plan.environment, { WINEPREFIX: prefix });

    await microsip('hooks', 'install', '--node', realpathSync(process.execPath));
    const ini = readFileSync(phone.settingsFile).toString('utf16le');
    assert.match(ini, /^cmdCallStart=Z:\\.*node.* \\"\/.*hook\.cjs\\" \\"cmdCallStart\r$/mu);

    assert.equal((await microsip<Delivery>('start', '--minimized')).started, true);
    const { phone: state } = await microsip<PhoneStatus>('status');
    assert.notEqual(state, 'not-running');
    const dialled = await microsip<Delivery>('dial', '2001');
    assert.equal(dialled.started, false, 'the second start hands over');
    assert.deepEqual(
      phone
        .received()
        .map(({ by, text }) => ({ by, text }))
        .at(-1),
      { by: 'message 1', text: '2001' },
    );
    assert.equal((await microsip<Delivery>('hangup')).started, false);

    const { journal } = await microsip<HooksStatus>('hooks', 'status');
    const events = await until(() => {
      const lines = readFileSync(path.join(journal.folder, 'journal.jsonl'), 'utf8').trimEnd().split('\n');
      const found = lines.map((line) => JSON.parse(line) as HookEvent);
      return found.length >= 2 && found;
    }, 'the hooks to write their lines');
    assert.deepEqual(
      events.map(({ caller, hook }) => ({ caller, hook })),
      ['cmdOutgoingCall', 'cmdCallEnd'].map((hook) => ({ caller: '2001', hook })),
    );

    await microsip('exit');
    await until(() => phone.records().some(({ what }) => what === 'over'), 'the phone to end');
    await microsip('hooks', 'remove');
    assert.doesNotMatch(readFileSync(phone.settingsFile).toString('utf16le'), /hook\.cjs/u);
  });
});
