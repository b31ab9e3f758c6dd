import { processExists } from '../../process-exists.ts';
import type { Installation } from '../installation.ts';
import type { WindowsSystem } from '../system/windows-system.ts';
import { loadNativeWindows } from '../windows-native/load-native-windows.ts';
import type { PhoneProcess } from './phone-process.ts';
import { phonesWithWindows } from './phones-with-windows.ts';
import type { WindowsProcesses } from './windows-processes.ts';

/** How closely to look. */
export interface PhoneProcessOptions {
  /**
   * Looks up paths, start times and access under WSL, and on a Windows without koffi, as well. That takes some 300 ms
   * longer; without it every process whose program has the phone's name counts.
   */
  readonly details?: boolean;
  /** The system programs of Windows, to look with them; left out, Windows is asked itself, or else those of the Windows here. */
  readonly windows?: WindowsSystem | undefined;
}

/**
 * The processes that are this MicroSIP right now: none, one, or more, where a second start just hands its command over
 * or somebody started a second phone. The oldest comes first where start times are known.
 *
 * A simulated phone is asked itself, so its process is `unknown` here.
 *
 * @param installation - which MicroSIP
 * @param signal - ends the look early
 * @returns `unknown` when it cannot be found out
 * @example
 * ```ts
 * const processes = await findPhoneProcesses(installation, AbortSignal.timeout(5000));
 * const running = processes === 'unknown' ? undefined : processes.length > 0;
 * ```
 */
export async function findPhoneProcesses(
  installation: Installation,
  signal: AbortSignal,
  { details = false, windows }: PhoneProcessOptions = {},
): Promise<readonly PhoneProcess[] | 'unknown'> {
  const { backend, executable, prefix } = installation;
  switch (backend) {
    case 'simulator':
      return 'unknown';
    case 'windows':
    case 'wsl': {
      const asksWindows = backend === 'windows' && windows === undefined;
      const native = asksWindows ? await loadNativeWindows() : undefined;
      if (native !== undefined) return phonesWithWindows(native.phoneWindows, executable);
      const processes = await windowsProcesses(backend, signal, windows);
      return await processes.find(executable, { details, signal });
    }
    case 'wine': {
      const { wineProcesses } = await import('./wine-processes.ts');
      return await wineProcesses({ executable, prefix }, signal);
    }
  }
}

/**
 * Whether a process that was found is still there; far cheaper than looking for it again.
 *
 * @param processId - the number {@link findPhoneProcesses} gave
 */
export async function phoneProcessExists(
  { backend }: Pick<Installation, 'backend'>,
  processId: number,
  signal: AbortSignal,
): Promise<boolean | 'unknown'> {
  if (backend !== 'wsl') return processExists(processId);
  // The number is one of Windows, of which Linux knows nothing.
  return await (await windowsProcesses(backend, signal)).exists(processId, signal);
}

async function windowsProcesses(
  backend: 'windows' | 'wsl',
  signal: AbortSignal,
  system?: WindowsSystem,
): Promise<WindowsProcesses> {
  const { WindowsProcesses } = await import('./windows-processes.ts');
  if (system !== undefined || backend === 'windows') return new WindowsProcesses({ system });
  const { wslSystem } = await import('../wsl/wsl-windows.ts');
  return new WindowsProcesses({ system: await wslSystem(signal) });
}
