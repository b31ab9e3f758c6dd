import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';

import { provideExampleAccount } from '../../../sdk/src/simulator/example-account.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../support/sdk/temporary-directory.ts';
import { iniPath, oneAccount, readIni, writeIni } from './data-directory.ts';

describe('the account of a new simulated phone', () => {
  let directory: TemporaryDirectory;
  beforeEach(() => {
    directory = temporaryDirectory();
  });
  afterEach(() => {
    directory[Symbol.dispose]();
  });

  it('comes with the ini, and with the settings that were asked for', () => {
    assert.equal(provideExampleAccount(directory.path, { singleMode: '0' }), true);
    const ini = readIni(directory.path);
    assert.equal(ini.get('Account1', 'domain'), 'pbx.test');
    assert.equal(ini.get('Settings', 'accountId'), '1');
    assert.equal(ini.get('Settings', 'singleMode'), '0');
  });

  it('joins what was set before the first start', () => {
    writeIni(directory.path, { 'Settings.enableLog': '1' });
    assert.equal(provideExampleAccount(directory.path), true);
    assert.equal(readIni(directory.path).get('Settings', 'enableLog'), '1');
    assert.equal(readIni(directory.path).get('Account1', 'username'), '1001');
  });

  it('does not touch the ini of a phone that ran, or that has an account', () => {
    for (const texts of [
      { 'Settings.version': '3.20.5' },
      { 'Settings.singleMode': '1', 'Global.version': '3.22.16' },
      oneAccount,
      { 'Account2.domain': 'pbx.test' },
    ]) {
      writeIni(directory.path, texts);
      const before = readFileSync(iniPath(directory.path));
      assert.equal(provideExampleAccount(directory.path), false);
      assert.deepEqual(readFileSync(iniPath(directory.path)), before);
    }
  });

  it('does not touch what MicroSIP would first have to convert', () => {
    writeFileSync(iniPath(directory.path), '[Settings]\r\nenableLog=1\r\n');
    assert.equal(provideExampleAccount(directory.path), false);
    assert.equal(readFileSync(iniPath(directory.path), 'latin1'), '[Settings]\r\nenableLog=1\r\n');
  });
});
