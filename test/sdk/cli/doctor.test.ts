import assert from 'node:assert/strict';
import { rmSync, writeFileSync } from 'node:fs';

import { checks } from '../../../sdk/src/diagnosis/checks.ts';
import type { Diagnosis } from '../../../sdk/src/diagnosis/finding.ts';
import { PreparedPhone } from '../diagnosis/prepared-phone.ts';
import { cli, type CliResult } from './run-cli.ts';

const doctor = (phone: PreparedPhone, ...words: readonly string[]): Promise<CliResult> =>
  cli('doctor', '--backend', 'simulator', '--data-dir', phone.dataDirectory, ...words);

describe('microsip doctor', () => {
  it('says of a good installation that nothing is wrong', async () => {
    using phone = await PreparedPhone.create('simulator');
    const { code, stderr, stdout } = await doctor(phone);
    assert.equal(code, 0);
    assert.equal(stderr, '');
    assert.match(
      stdout,
      /^Simulated MicroSIP 3\.22\.16, .*\n\nNothing wrong was found; looked for \d+ things\.\n$/u,
    );
  });

  it('says what is wrong and how to mend it, and fails for an error', async () => {
    using phone = await PreparedPhone.create('simulator');
    phone.set('Settings', 'cmdCallEnd', '/nowhere/ev.exe');
    phone.set('Settings', 'singleMode', '1');
    const { code, stdout } = await doctor(phone);
    assert.equal(code, 1);
    const [, first, second, summary] = stdout.split('\n\n');
    assert.match(
      first ?? '',
      /^error {4}A hook points nowhere \[hook-program-missing, facts C\.3\]\n {9}\S.*\n {9}→ \S/u,
    );
    assert.match(second ?? '', /^note {5}One call at a time/u);
    assert.match(summary ?? '', /^Found 1 error, 1 note; looked for \d+ things\.\n$/u);
  });

  it('does not fail for warnings and notes', async () => {
    using phone = await PreparedPhone.create('simulator');
    rmSync(phone.iniPath);
    const { code, stdout } = await doctor(phone);
    assert.match(stdout, /^warning {2}There are no settings yet/mu);
    assert.equal(code, 0);
  });

  it('works without any MicroSIP, and has the exit code of that', async () => {
    const { code, stdout } = await cli('doctor', '--json', '--exe', 'no-such-program.exe');
    assert.equal(code, 3);
    const { checked, findings, phone } = JSON.parse(stdout) as Diagnosis;
    assert.equal(phone, undefined);
    assert.deepEqual(
      findings.map((finding) => finding.code),
      ['not-installed'],
    );
    // What could not be looked into is not said to be good.
    assert.deepEqual(checked, ['not-installed', 'interop-off', 'node-too-old']);
  });

  it('says once that there is no MicroSIP, and once what to do', async () => {
    const { stdout } = await cli('doctor', '--exe', 'no-such-program.exe');
    const [title = '', detail = '', remedy = ''] = stdout.split('\n');
    assert.match(title, /No MicroSIP was found/u);
    assert.match(detail, /^ +“no-such-program\.exe” leads to no program: [^.]+\.$/u);
    assert.match(remedy, /^ +→ .*--exe/u);
  });

  it('prints exactly one JSON value', async () => {
    using phone = await PreparedPhone.create('simulator');
    writeFileSync(phone.iniPath, Buffer.alloc(1000));
    const { code, stderr, stdout } = await doctor(phone, '--json');
    assert.equal(code, 1);
    assert.equal(stderr, '');
    assert.equal(stdout.trimEnd().split('\n').length, 1);
    const { checked, findings, phone: found } = JSON.parse(stdout) as Diagnosis;
    assert.deepEqual(
      findings.map((finding) => finding.code),
      ['settings-damaged'],
    );
    assert.equal(found?.version, '3.22.16');
    assert.ok(checked.length < checks.length);
  });

  it('refuses options that make no sense', async () => {
    assert.equal((await cli('doctor', '--exe', 'microsip.bat')).code, 2);
    assert.equal((await cli('doctor', '--frobnicate')).code, 2);
  });
});
