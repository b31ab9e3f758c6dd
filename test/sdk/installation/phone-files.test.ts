import assert from 'node:assert/strict';
import path from 'node:path';

import type { Installation } from '../../../sdk/src/installation/installation.ts';
import { phoneFiles } from '../../../sdk/src/installation/phone-files.ts';

const installed: Installation = {
  backend: 'windows',
  version: undefined,
  executable: 'C:\\Program Files\\MicroSIP\\microsip.exe',
  dataDirectory: 'roaming',
  logDirectory: 'local',
  launch: { file: 'microsip.exe', leadingArguments: [] },
};

describe('the files of a phone', () => {
  it('lie in its folders, the log apart (facts D.1)', () => {
    assert.deepEqual(phoneFiles(installed), {
      settings: path.join('roaming', 'microsip.ini'),
      log: path.join('local', 'microsip_log.txt'),
      contacts: path.join('roaming', 'Contacts.xml'),
      callLog: path.join('roaming', 'call_log.db'),
    });
  });

  it('are named after a program that was renamed (facts B)', () => {
    const { log, settings } = phoneFiles({ ...installed, executable: 'D:\\Phones\\Second.EXE' });
    assert.equal(settings, path.join('roaming', 'Second.ini'));
    assert.equal(log, path.join('local', 'Second_log.txt'));
  });
});
