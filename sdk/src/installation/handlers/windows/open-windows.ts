import { MicroSipError } from '../../../microsip-error.ts';
import type { ReachedWindows, WindowsSurroundings } from '../../discovery/windows-surroundings.ts';
import { loadNativeWindows } from '../../windows-native/load-native-windows.ts';
import type { HandlersWindows } from './handlers-windows.ts';

/**
 * The Windows in whose registry a phone's links are registered.
 *
 * @throws MicroSipError `UNSUPPORTED` where it cannot be reached
 */
export async function openWindows(backend: 'windows' | 'wsl', signal: AbortSignal): Promise<HandlersWindows> {
  const { steps, surroundings } = await reached(backend, signal);
  const [first] = surroundings;
  if (first !== undefined) return withShell(first);
  const why = steps.map(({ looked, remark }) => [looked, remark].filter(Boolean).join(': ')).join('; ');
  throw new MicroSipError(
    'UNSUPPORTED',
    `The registry of Windows, which knows who opens links, cannot be reached from here (${why}): do it on Windows.`,
  );
}

/** Only programs on Windows itself can tell its shell something. */
function withShell(windows: WindowsSurroundings): HandlersWindows {
  if (windows.backend !== 'windows') return windows;
  return {
    registry: windows.registry,
    environment: (signal) => windows.environment(signal),
    localPath: (file, signal) => windows.localPath(file, signal),
    tellOfChange: async () => (await loadNativeWindows())?.tellShellOfHandlers(),
  };
}

async function reached(backend: 'windows' | 'wsl', signal: AbortSignal): Promise<ReachedWindows> {
  if (backend === 'wsl') return (await import('../../wsl/wsl-windows.ts')).wslWindows(signal);
  return (await import('../../discovery/this-windows.ts')).thisWindows();
}
