import type { PhoneControl } from '../../../sdk/src/settings/phone-control.ts';
import type { SimulatedPhone } from './simulated-phone.ts';

/** Ends and starts a simulated phone for changes of its settings. */
export function simulatorControl({ phone, simulator }: SimulatedPhone): PhoneControl {
  return {
    presence: async (signal) => ((await simulator.isRunning({ signal })) ? 'running' : 'not-running'),
    untilIdle: async (signal) => {
      if ((await simulator.status({ signal })).calls.length === 0) return;
      for await (const seen of simulator.follow({ signal })) {
        const calls = 'calls' in seen ? seen.calls : (await simulator.status({ signal })).calls;
        if (calls.length === 0) return;
      }
      signal.throwIfAborted();
    },
    exit: async (signal) => {
      await phone.exit({ signal });
      await simulator.waitUntilEnded({ signal });
    },
    start: async (options, signal) => {
      await phone.start({ ...options, signal });
    },
  };
}
