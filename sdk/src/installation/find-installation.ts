import { release } from 'node:os';

import { isVersion } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { InstallationOptions } from './installation-options.ts';
import type { Backend, Installation } from './installation.ts';
import { simulatorInstallation } from './simulator-installation.ts';
import { windowsInstallation } from './windows-installation.ts';
import { wineInstallation } from './wine-installation.ts';
import { wslInstallation } from './wsl-installation.ts';

const backends: Record<Backend, (options: InstallationOptions) => Installation> = {
  windows: windowsInstallation,
  wsl: wslInstallation,
  wine: wineInstallation,
  simulator: simulatorInstallation,
};

/**
 * Finds a MicroSIP. The program itself is not looked at before it is started.
 *
 * @param options - which one is meant
 * @throws MicroSipError `NOT_INSTALLED` when there is none, `INVALID_ARGUMENT` when the options make no sense
 * @example
 * ```ts
 * const installation = await findInstallation({ backend: 'simulator', version: '3.21.6' });
 * installation.executable; // 'C:\\Program Files\\MicroSIP\\microsip.exe'
 * ```
 */
// eslint-disable-next-line @typescript-eslint/require-await -- looking for a program takes time; callers shall await it
export async function findInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const { backend = 'auto', version } = options;
  if (version !== undefined && !isVersion(version)) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${JSON.stringify(version)} is no version of MicroSIP; write one such as 3.22.16.`,
    );
  }
  return backends[backend === 'auto' ? backendHere(options) : backend](options);
}

/** The backend of the program that was named, on this machine. */
function backendHere({ executable }: InstallationOptions): Backend {
  if (executable === undefined) {
    throw new MicroSipError(
      'NOT_INSTALLED',
      'No MicroSIP was found, and this version of the kit does not look far: ' +
        'give the path of microsip.exe (--exe), or use a simulated phone (--backend simulator).',
    );
  }
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'linux' && /microsoft/iu.test(release()) ? 'wsl' : 'wine';
}
