import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { isSameProgram } from '../../../../sdk/src/installation/windows-native/same-program.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';

const program = 'C:\\Program Files\\MicroSIP\\microsip.exe';

describe('one program under two paths', () => {
  for (const other of [
    'c:\\program files\\microsip\\MICROSIP.EXE',
    'C:/Program Files/MicroSIP/microsip.exe',
    'C:\\Program Files\\Other\\..\\MicroSIP\\.\\microsip.exe',
    '\\\\?\\C:\\Program Files\\MicroSIP\\microsip.exe',
    'microsip.exe',
  ]) {
    it(`is seen in ${other}`, () => {
      assert.equal(isSameProgram(program, other), true);
    });
  }

  for (const other of [
    'D:\\Program Files\\MicroSIP\\microsip.exe',
    'C:\\Program Files\\MicroSIP\\microsip2.exe',
    'C:\\Program Files\\MicroSIP',
    'microsip2.exe',
  ]) {
    it(`is not seen in ${other}`, () => {
      assert.equal(isSameProgram(program, other), false);
    });
  }

  it('is seen through a link to its folder', () => {
    using directory = temporaryDirectory();
    const folder = path.join(directory.path, 'MicroSIP');
    const link = path.join(directory.path, 'link');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'microsip.exe'), '');
    symlinkSync(folder, link, 'junction');
    assert.equal(isSameProgram(path.join(folder, 'microsip.exe'), path.join(link, 'microsip.exe')), true);
    assert.equal(isSameProgram(path.join(folder, 'microsip.exe'), path.join(link, 'other.exe')), false);
  });
});
