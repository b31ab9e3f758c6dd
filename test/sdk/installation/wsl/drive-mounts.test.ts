import assert from 'node:assert/strict';
import path from 'node:path';
import * as fc from 'fast-check';

import {
  driveMounts,
  linuxPathByMounts,
  windowsPathByMounts,
} from '../../../../sdk/src/installation/wsl/drive-mounts.ts';

describe('the drives of Windows that WSL mounts', () => {
  it('are those of drvfs in WSL 1', () => {
    assert.deepEqual(
      driveMounts(
        [
          'rootfs / wslfs rw,noatime 0 0',
          'C: /mnt/c drvfs rw,noatime,uid=1000,gid=1000,case=off 0 0',
          'D:\\134 /mnt/my\\040disc drvfs rw,noatime 0 0',
        ].join('\n'),
      ),
      [
        { windows: 'C:\\', linux: '/mnt/c' },
        { windows: 'D:\\', linux: '/mnt/my disc' },
      ],
    );
  });

  it('are shares of 9p in WSL 2, wherever they are, and not its other shares', () => {
    const mounts = [
      'none /mnt/wsl tmpfs rw,relatime 0 0',
      'none /usr/lib/wsl/drivers 9p ro,nosuid,nodev,noatime,aname=drivers;fmask=222;dmask=222 0 0',
      'C:\\134 /c 9p rw,noatime,aname=drvfs;path=C:\\;uid=1000;symlinkroot=/,cache=5,access=client 0 0',
      'drvfs /media/e 9p rw,aname=drvfs;path=e:\\134;uid=0 0 0',
      '/dev/sdc / ext4 rw 0 0',
    ];
    assert.deepEqual(driveMounts(mounts.join('\n')), [
      { windows: 'C:\\', linux: '/c' },
      { windows: 'E:\\', linux: '/media/e' },
    ]);
  });

  it('are none elsewhere', () => {
    assert.deepEqual(driveMounts('/dev/sda1 / ext4 rw 0 0\n\n'), []);
  });

  it('give every file one name in each system, and back', () => {
    const mounts = [
      { windows: 'C:\\', linux: '/mnt/c' },
      { windows: 'D:\\', linux: '/mnt/c/on d' },
      { windows: 'E:\\', linux: '/e' },
    ];
    const name = fc
      .stringMatching(/^[\p{L}\d][\p{L}\d ()._-]{0,12}$/u)
      .filter((text) => !/[. ]$/u.test(text) && text !== 'on d');
    fc.assert(
      fc.property(fc.constantFrom('C', 'D', 'E'), fc.array(name, { maxLength: 5 }), (drive, names) => {
        const file = path.win32.join(`${drive}:\\`, ...names);
        const linux = linuxPathByMounts(file, mounts);
        assert.ok(linux !== undefined);
        assert.equal(windowsPathByMounts(linux, mounts), file);
      }),
      { numRuns: 1000 },
    );
    assert.equal(windowsPathByMounts('/home/jo', mounts), undefined);
    assert.equal(windowsPathByMounts('/mnt/cd', mounts), undefined);
    assert.equal(linuxPathByMounts('F:\\x', mounts), undefined);
  });
});
