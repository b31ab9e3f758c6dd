import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

import { SimulatedProcess } from '../../../../sdk/src/events/phone-process/simulated-process.ts';
import { instanceAddress } from '../../../../sdk/src/simulator/control/instance-address.ts';
import { SimulatorClient } from '../../../../sdk/src/simulator/simulator-client.ts';
import { programPath } from '../../../support/sdk/program.ts';
import { temporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { until } from '../../../support/sdk/until.ts';
import { itOnLinux } from '../../../support/mocha/platform-tests.ts';

/** The letter with which Linux names what a process does, such as `T` for stopped. */
const stateOf = (pid: number): string | undefined =>
  /^State:\s+(\w)/mu.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];

describe('what is observed of a simulated phone', () => {
  itOnLinux('is that none runs when it ended while it was being asked', async () => {
    using directory = temporaryDirectory();
    const { socket } = instanceAddress(directory.path);
    const listener = spawn(process.execPath, [programPath('deaf-listener'), socket], { stdio: 'inherit' });
    const { pid } = listener;
    assert.ok(pid !== undefined);
    await until(() => existsSync(socket) && stateOf(pid) === 'T', 'the listener to be deaf');

    const found = new SimulatedProcess(new SimulatorClient(directory.path)).find(
      new AbortController().signal,
    );
    listener.kill('SIGKILL');
    // Without a turn of the event loop: what was connected is reset before anybody looks at it.
    while (readFileSync('/proc/net/unix', 'utf8').includes(`${socket}\n`));
    assert.deepEqual(await found, { running: false });
    rmSync(socket);
  });
});
