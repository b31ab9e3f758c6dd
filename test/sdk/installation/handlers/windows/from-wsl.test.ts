import assert from 'node:assert/strict';
import path from 'node:path';

import { WindowsHandlers } from '../../../../../sdk/src/installation/handlers/windows/windows-handlers.ts';
import { wslWindows } from '../../../../../sdk/src/installation/wsl/wsl-windows.ts';
import { describeOnPosix } from '../../../../support/mocha/platform-tests.ts';
import { StandInWsl } from '../../../../support/sdk/wsl/stand-in-wsl.ts';

const executable = 'D:\\My Phone\\microsip.exe';
const classes = 'HKEY_CURRENT_USER\\Software\\Classes';

describeOnPosix('links on Windows, seen from WSL', () => {
  it('are told by the reg.exe of Windows, and programs are looked for on its drives', async () => {
    using wsl = new StandInWsl({
      registry: {
        [`${classes}\\tel`]: { '': 'URL:tel', 'URL Protocol': '' },
        [`${classes}\\tel\\shell\\open\\command`]: { '': `"${executable}" "%1"` },
        [`${classes}\\sip`]: { 'URL Protocol': '' },
        [`${classes}\\sip\\shell\\open\\command`]: { '': '"D:\\Gone\\microsip.exe" "%1"' },
      },
    });
    wsl.recorder(executable);
    const { signal } = new AbortController();
    const [windows] = (await wslWindows(signal, wsl.view())).surroundings;
    assert.ok(windows);
    const handlers = new WindowsHandlers(executable, windows, path.join(wsl.folder, 'data'));
    const status = await handlers.status(['tel', 'sip', 'dial'], signal);
    assert.deepEqual(
      status.handlers.map(({ handledBy, programExists, scheme }) => [scheme, handledBy, programExists]),
      [
        ['tel', 'this-microsip', true],
        ['sip', 'another-microsip', false],
        ['dial', 'nobody', undefined],
      ],
    );
    const plan = await handlers.planRegister({ schemes: ['sip'], force: false }, signal);
    assert.deepEqual(plan.schemes, [{ scheme: 'sip', outcome: 'registered' }]);
  }).timeout(60_000);
});
