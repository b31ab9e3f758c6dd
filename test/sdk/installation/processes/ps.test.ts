import assert from 'node:assert/strict';

import { parsePs } from '../../../../sdk/src/installation/processes/ps.ts';
import { phonesAmong } from '../../../../sdk/src/installation/processes/wine-processes.ts';

const program = 'C:\\Program Files\\MicroSIP\\microsip.exe';

const printed = `    1 Mon Nov  2 08:00:00 2026     /sbin/launchd
  501 Sun Nov 22 23:45:10 2026     C:\\Program Files\\MicroSIP\\microsip.exe /minimized
  502 Sun Nov 22 23:45:01 2026     /opt/homebrew/bin/wine64-preloader C:\\Program Files\\MicroSIP\\microsip.exe 101
  503 Sun Nov 22 23:45:02 2026     vim C:\\Program Files\\MicroSIP\\microsip.exe
  504 Sun Nov 22 23:45:03 2026     C:\\Program Files\\MicroSIP\\microsip.exe.old
  505 Sun Nov 22 23:45:04 2026     (zombie)
ps: something went wrong
`;

describe('the processes that ps lists', () => {
  it('are phones when their program is the one looked for, the oldest first', () => {
    assert.deepEqual(phonesAmong(parsePs(printed, 'microsip.exe'), program), [
      { processId: 502, executable: program, startedAt: new Date(2026, 10, 22, 23, 45, 1).getTime() },
      { processId: 501, executable: program, startedAt: new Date(2026, 10, 22, 23, 45, 10).getTime() },
    ]);
  });

  it('are none when nothing was printed', () => {
    assert.deepEqual(parsePs('', 'microsip.exe'), []);
  });
});
