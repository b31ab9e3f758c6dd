import { rmSync } from 'node:fs';

import { claimQueueDirectory } from '../../../sdk/src/channel/queue/queue-directory.ts';
import { MicroSip, type ConnectOptions } from '../../../sdk/src/microsip.ts';
import { provideExampleAccount } from '../../../sdk/src/simulator/example-account.ts';
import { SimulatorClient } from '../../../sdk/src/simulator/simulator-client.ts';
import { forgetInstance } from './forget-instance.ts';
import { temporaryDirectory } from './temporary-directory.ts';
import { processExists, until } from './until.ts';

/** A simulated phone of one's own, its processes included, that is gone at the end of its `await using` block. */
export interface SimulatedPhone extends AsyncDisposable {
  readonly phone: MicroSip;
  /** Speaks with the phone past the SDK: rings, crashes, hangs. */
  readonly simulator: SimulatorClient;
  readonly dataDirectory: string;
}

/**
 * Prepares a simulated phone with an account; it does not run yet.
 *
 * @param settings - further lines for `[Settings]` of its ini
 */
export async function simulatedPhone(
  options: Omit<ConnectOptions, 'backend' | 'dataDirectory'> = {},
  settings: Readonly<Record<string, string>> = {},
): Promise<SimulatedPhone> {
  const directory = temporaryDirectory();
  provideExampleAccount(directory.path, settings);
  const simulator = new SimulatorClient(directory.path);
  const phone = await MicroSip.connect({ ...options, backend: 'simulator', dataDirectory: directory.path });
  return {
    phone,
    simulator,
    dataDirectory: directory.path,
    [Symbol.asyncDispose]: async () => {
      await phone.dispose();
      const pid = await simulator.processId();
      if (pid !== undefined) {
        process.kill(pid, 'SIGKILL');
        await until(() => !processExists(pid), 'the simulated phone to end');
      }
      rmSync(claimQueueDirectory(phone.installation), { recursive: true, force: true });
      forgetInstance(directory.path);
      directory[Symbol.dispose]();
    },
  };
}
