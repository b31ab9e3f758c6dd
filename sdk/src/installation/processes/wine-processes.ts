import { oldestFirst } from './oldest-first.ts';
import type { PhoneProcess } from './phone-process.ts';
import { startedProgram } from './wine-command-line.ts';

/** A process of this system with the command line it was started with. */
export interface StartedProcess {
  readonly processId: number;
  readonly args: readonly string[];
  /** Unix milliseconds. */
  readonly startedAt?: number;
}

/**
 * The processes that run a Windows program under Wine on this machine.
 *
 * @param executable - as Windows names it
 */
export async function wineProcesses(
  executable: string,
  signal: AbortSignal,
): Promise<readonly PhoneProcess[] | 'unknown'> {
  const processes = await processesHere(executable, signal);
  return processes === 'unknown' ? 'unknown' : phonesAmong(processes, executable);
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
