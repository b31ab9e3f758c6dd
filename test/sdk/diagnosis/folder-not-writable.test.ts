import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import type { Diagnosis } from '../../../sdk/src/diagnosis/finding.ts';
import { describeOnPosix } from '../../support/mocha/platform-tests.ts';
import { PreparedPhone } from './prepared-phone.ts';

const main = fileURLToPath(new URL('../../../sdk/src/cli/main.ts', import.meta.url));

/** Nobody; root may write everywhere. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

describeOnPosix('a diagnosis of a folder', () => {
  const doctor = async (phone: PreparedPhone): Promise<Diagnosis> => {
    const words = ['doctor', '--json', '--backend', 'simulator', '--data-dir', phone.dataDirectory];
    const child = spawn(process.execPath, [main, ...words], {
      ...nobody,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const stdout = await text(child.stdout);
    return JSON.parse(stdout) as Diagnosis;
  };
  const openUp = ({ dataDirectory, directory, iniPath }: PreparedPhone): void => {
    chmodSync(directory, 0o755);
    chmodSync(iniPath, 0o666);
    chmodSync(dataDirectory, 0o777);
  };

  it('finds folder-not-writable: this user may only read there', async () => {
    using phone = await PreparedPhone.create('simulator');
    openUp(phone);
    assert.deepEqual((await doctor(phone)).findings, []);

    chmodSync(phone.dataDirectory, 0o555);
    const { findings } = await doctor(phone);
    chmodSync(phone.dataDirectory, 0o755);

    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['folder-not-writable', 'error']],
    );
  });

  it('finds folder-not-writable: this user may only read the ini', async () => {
    using phone = await PreparedPhone.create('simulator');
    openUp(phone);
    chmodSync(phone.iniPath, 0o444);
    const { findings } = await doctor(phone);
    assert.deepEqual(
      findings.map(({ code, detail }) => [code, detail.includes(phone.iniPath)]),
      [['folder-not-writable', true]],
    );
  });

  it('finds settings-unreadable: this user may not read the ini', async () => {
    using phone = await PreparedPhone.create('simulator');
    openUp(phone);
    chmodSync(phone.iniPath, 0);
    const { findings } = await doctor(phone);
    assert.deepEqual(
      findings.map(({ code, severity }) => [code, severity]),
      [['settings-unreadable', 'error']],
    );
  });
});
