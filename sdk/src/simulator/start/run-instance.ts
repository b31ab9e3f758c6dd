import type { IniOpening } from '../ini/open-ini.ts';
import type { ProgramArguments } from '../program-arguments.ts';
import { readSimulatorScript } from '../script/simulator-script.ts';
import { Simulator } from '../simulator.ts';

/**
 * Turns this process into the instance, until the phone exits.
 *
 * @returns `false` when another process became the instance first.
 */
export async function runInstance(
  args: ProgramArguments,
  opening: IniOpening & { readonly opened: true },
): Promise<boolean> {
  const simulator = await Simulator.become({
    dataDirectory: args.dataDirectory,
    version: args.version,
    tail: args.tail,
    opening,
    ...(args.scriptFile !== undefined && { script: readSimulatorScript(args.scriptFile) }),
    onCrash: () => process.kill(process.pid, 'SIGKILL'),
  });
  if (simulator === undefined) return false;

  const exit = (): void => {
    void simulator.dispose();
  };
  process.once('SIGINT', exit);
  process.once('SIGTERM', exit);
  await simulator.ended;
  return true;
}
