import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';

import { localPathIn, windowsPathIn } from '../../../../sdk/src/installation/wine/prefix-paths.ts';
import { describeOnPosix } from '../../../support/mocha/platform-tests.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { makeFile, makePrefix } from '../../../support/sdk/wine-tree.ts';

describeOnPosix('the names of files in a prefix of Wine', () => {
  it('begin with the drives that its links make', async () => {
    using directory = temporaryDirectory();
    const prefix = path.join(directory.path, 'prefix');
    const music = path.join(directory.path, 'music');
    mkdirSync(music);
    makePrefix(prefix, { drives: { m: music, x: path.join(directory.path, 'unplugged') } });
    assert.equal(await localPathIn(prefix, 'C:\\a b\\c.exe'), `${prefix}/drive_c/a b/c.exe`);
    assert.equal(await localPathIn(prefix, 'm:/ring.wav'), `${music}/ring.wav`);
    assert.equal(await localPathIn(prefix, 'Z:\\opt\\x'), '/opt/x');
    assert.equal(await localPathIn(prefix, '\\\\?\\C:\\a\\..\\b'), `${prefix}/drive_c/b`);
    assert.equal(await localPathIn(prefix, '\\\\?\\unix\\opt\\x'), '/opt/x');
    for (const file of ['X:\\a', 'Q:\\a', '\\\\server\\share\\a', 'a.exe', '']) {
      assert.equal(await localPathIn(prefix, file), undefined, file);
    }
  });

  it('are found in any case, and stay as written where nothing is there', async () => {
    using directory = temporaryDirectory();
    const prefix = path.join(directory.path, 'prefix');
    makePrefix(prefix);
    const program = makeFile(path.join(prefix, 'drive_c', 'Program Files', 'MicroSIP', 'MicroSIP.EXE'));
    assert.equal(await localPathIn(prefix, 'c:\\PROGRAM FILES\\microsip\\microsip.exe'), program);
    assert.equal(
      await localPathIn(prefix, 'c:\\program files\\Microsip\\New\\Log.txt'),
      `${path.dirname(program)}/New/Log.txt`,
    );
    const exact = makeFile(path.join(path.dirname(program), 'microsip.exe'));
    assert.equal(await localPathIn(prefix, 'C:\\Program Files\\MicroSIP\\microsip.exe'), exact);
  });

  it('are on the nearest drive', async () => {
    using directory = temporaryDirectory();
    const prefix = path.join(directory.path, 'prefix');
    makePrefix(prefix);
    const program = makeFile(path.join(prefix, 'drive_c', 'MicroSIP', 'microsip.exe'));
    assert.equal(await windowsPathIn(prefix, program), 'C:\\MicroSIP\\microsip.exe');
    assert.equal(await windowsPathIn(prefix, '/opt/x.exe'), 'Z:\\opt\\x.exe');
    assert.equal(await windowsPathIn(prefix, 'd:/x/../y.exe'), 'D:\\y.exe');
    const link = path.join(directory.path, 'link');
    symlinkSync(prefix, link);
    assert.equal(
      await windowsPathIn(prefix, `${link}/drive_c/MicroSIP/microsip.exe`),
      'C:\\MicroSIP\\microsip.exe',
    );
  });

  it('are none for files that the prefix does not see', async () => {
    using directory = temporaryDirectory();
    const prefix = path.join(directory.path, 'prefix');
    makePrefix(prefix, { drives: { z: '../drive_c/users' } });
    assert.equal(await windowsPathIn(prefix, '/opt/x.exe'), undefined);
    assert.equal(await windowsPathIn(prefix, '/opt/a\\b.exe'), undefined);
  });

  it('are one for each file in each system, and back', async () => {
    using directory = temporaryDirectory();
    const prefix = path.join(directory.path, 'prefix');
    makePrefix(prefix);
    const name = fc.stringMatching(/^[\p{Lu}\d][\p{L}\d ()_-]{0,12}[\p{L}\d]$/u);
    await fc.assert(
      fc.asyncProperty(fc.array(name, { minLength: 1, maxLength: 4 }), async (names) => {
        const file = path.win32.join('C:\\', ...names);
        const local = await localPathIn(prefix, file);
        assert.ok(local !== undefined);
        assert.equal(await windowsPathIn(prefix, local), file);
      }),
      { numRuns: 200, examples: [[['NewFolder', 'Übung']]] },
    );
  });
});
