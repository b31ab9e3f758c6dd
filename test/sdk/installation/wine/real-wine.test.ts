import assert from 'node:assert/strict';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';

import type { Delivery } from '../../../../sdk/src/channel/channel.ts';
import type { PhoneStatus } from '../../../../sdk/src/events/call-event.ts';
import type { HookEvent } from '../../../../sdk/src/events/hooks/hook-event.ts';
import type { HooksStatus } from '../../../../sdk/src/events/hooks/installing/hooks-status.ts';
import { describeOnLinux } from '../../../support/mocha/platform-tests.ts';
import { skipBecause } from '../../../support/mocha/skip-because.ts';
import { RealPrefix } from '../../../support/sdk/real-prefix.ts';
import { until } from '../../../support/sdk/until.ts';
import { findCCompiler } from '../../../support/windows/c-compiler.ts';
import { standInPhone, type StandIn } from '../../../support/windows/stand-in-phone.ts';
import { provideWindowsPrograms } from '../../../support/windows/windows-programs.ts';
import { findWine } from '../../../support/windows/wine.ts';
import { cliProcess } from '../../cli/run-cli.ts';

describeOnLinux('a phone in a prefix that Wine itself made', () => {
  const made: AsyncDisposable[] = [];
  let prefix: RealPrefix;
  let phone: StandIn;

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
    const { code, stdout, stderr } = await cliProcess(all, prefix.environment);
    assert.equal(code, 0, `${words.join(' ')}: ${stdout}${stderr}`);
    return JSON.parse(stdout) as Result;
  };

  before(async function () {
    this.timeout(700_000);
    const [foundWine, compiler] = [findWine(), findCCompiler()];
    if (!foundWine.ok) skipBecause(this, foundWine.reason);
    if (!compiler.ok) skipBecause(this, compiler.reason);
    Object.assign(process.env, await provideWindowsPrograms(compiler.value));
    prefix = await RealPrefix.create(foundWine.value);
    made.push(prefix);
    const appPath = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\microsip.exe';
    await prefix.run('reg', 'add', appPath, '/ve', '/d', 'C:\\Phones\\MicroSIP\\microsip.exe', '/f');
    await prefix.settle();
    phone = standInPhone({
      folder: path.join(prefix.folder, 'drive_c', 'Phones', 'MicroSIP'),
      farEnds: { 2001: 'rings' },
    });
  });

  after(async function () {
    this.timeout(180_000);
    // Nothing where the suite is skipped.
    for (const each of made) await each[Symbol.asyncDispose]();
  });

  it('is found, starts, takes commands, has hooks that run outside of Wine, and ends', async function () {
    this.timeout(700_000);
    const plan = await microsip<{ environment: Record<string, string>; commandLine: string }>(
      'dial',
      '101',
      '--dry-run',
    );
    assert.ok(plan.commandLine.endsWith(' C:\\Phones\\MicroSIP\\microsip.exe 101'), plan.commandLine);
    assert.deepEqual(plan.environment, { WINEPREFIX: prefix.folder });

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
      const file = path.join(journal.folder, 'journal.jsonl');
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
      return lines.length >= 2 && lines.map((line) => JSON.parse(line) as HookEvent);
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
