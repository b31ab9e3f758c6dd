import assert from 'node:assert/strict';

import { startedProgram } from '../../../../sdk/src/installation/processes/wine-command-line.ts';

const installed = 'C:\\Program Files\\MicroSIP\\microsip.exe';
const portable = 'Z:\\home\\ada\\phone\\microsip.exe';

describe('a command line under Wine', () => {
  it("is the program's as Windows names it, in whatever case", () => {
    assert.deepEqual(startedProgram([installed, '/minimized'], installed), { executable: installed });
    const upper = installed.toUpperCase();
    assert.deepEqual(startedProgram([upper], installed), { executable: upper });
  });

  it("is the program's as Linux names it", () => {
    assert.deepEqual(startedProgram(['/home/ada/phone/microsip.exe'], portable), { executable: portable });
  });

  it('is that of Wine with the program as its argument', () => {
    for (const loader of ['wine', '/usr/bin/wine64', '/usr/lib/wine/wine64-preloader']) {
      const args = [loader, '/home/ada/phone/microsip.exe', '101'];
      assert.deepEqual(startedProgram(args, portable), { executable: portable });
    }
    const both = ['/usr/lib/wine/wine-preloader', '/usr/bin/wine', installed];
    assert.deepEqual(startedProgram(both, installed), { executable: installed });
  });

  it('names a file of drive C: below the prefix as well', () => {
    const file = '/home/ada/.wine/drive_c/Program Files/MicroSIP/microsip.exe';
    assert.ok(startedProgram([file], installed));
    assert.ok(startedProgram([installed], `Z:${file.replaceAll('/', '\\')}`));
  });

  it('says where the program is only if it has a full path', () => {
    assert.deepEqual(startedProgram(['wine', 'microsip.exe'], portable), {});
    assert.deepEqual(startedProgram([installed], 'microsip.exe'), { executable: installed });
  });

  for (const args of [
    [],
    ['wine'],
    ['wine', '/home/ada/other/microsip.exe'],
    ['/home/ada/phone/microsip.exe.bak'],
    ['node', '/kit/main.js', '--exe', '/home/ada/phone/microsip.exe'],
    ['bash', '-c', 'wine /home/ada/phone/microsip.exe'],
    ['vim', '/home/ada/phone/microsip.exe'],
  ]) {
    it(`is another program's: ${args.join(' ')}`, () => {
      assert.equal(startedProgram(args, portable), undefined);
    });
  }
});
