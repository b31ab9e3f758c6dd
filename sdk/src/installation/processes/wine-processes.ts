import { realFolder } from '../system/real-folder.ts';
import { oldestFirst } from './oldest-first.ts';
import type { PhoneProcess } from './phone-process.ts';
import type { StartedProcess } from './started-process.ts';
import { startedProgram } from './wine-command-line.ts';

/** A program under Wine. */
export interface WineProgram {
  /** As Windows names it. */
  readonly executable: string;
  /** The folder of its prefix; without one, those of all prefixes are meant. */
  readonly prefix?: string | undefined;
}

/** The processes that run a Windows program under Wine on this machine. */
export async function wineProcesses(
  { executable, prefix }: WineProgram,
  signal: AbortSignal,
): Promise<readonly PhoneProcess[] | 'unknown'> {
  const processes = await processesHere(executable, signal);
  if (processes === 'unknown') return 'unknown';
  return phonesAmong(prefix === undefined ? processes : await ofPrefix(processes, prefix), executable);
}

/** Leaves out the processes of other prefixes; where the prefix of one is not known, it may be any. */
async function ofPrefix(
  processes: readonly StartedProcess[],
  prefix: string,
): Promise<readonly StartedProcess[]> {
  const wanted = await realFolder(prefix);
  const isOther = await Promise.all(
    processes.map(
      async (process) => process.prefix !== undefined && (await realFolder(process.prefix)) !== wanted,
    ),
  );
  return processes.filter((_process, index) => isOther[index] === false);
}

/** Those that run the program, the oldest first. */
export function phonesAmong(
  processes: readonly StartedProcess[],
  executable: string,
): readonly PhoneProcess[] {
  return oldestFirst(
    processes.flatMap(({ processId, args, startedAt }) => {
      const started = startedProgram(args, executable);
      if (started === undefined) return [];
      return [
        {
          processId,
          ...(started.executable !== undefined && { executable: started.executable }),
          ...(startedAt !== undefined && { startedAt }),
        },
      ];
    }),
  );
}

async function processesHere(
  executable: string,
  signal: AbortSignal,
): Promise<readonly StartedProcess[] | 'unknown'> {
  switch (process.platform) {
    case 'linux': {
      const { linuxProcesses } = await import('./linux-processes.ts');
      return await linuxProcesses((args) => startedProgram(args, executable) !== undefined, signal);
    }
    case 'win32':
      return 'unknown';
    default: {
      const { listedProcesses } = await import('./ps.ts');
      return await listedProcesses(executable, signal);
    }
  }
}
