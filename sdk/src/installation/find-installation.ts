import { release } from 'node:os';

import { isVersion } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { InstallationOptions } from './installation-options.ts';
import type { Backend, Installation } from './installation.ts';
import { phoneFiles } from './phone-files.ts';

/** Finds the installation of one backend. */
type Finder = (options: InstallationOptions) => Installation;

/** Each is loaded when it is asked for. */
const backends: Record<Backend, () => Promise<Finder>> = {
  windows: async () => (await import('./windows-installation.ts')).windowsInstallation,
  wsl: async () => (await import('./wsl-installation.ts')).wslInstallation,
  wine: async () => (await import('./wine-installation.ts')).wineInstallation,
  simulator: async () => (await import('./simulator-installation.ts')).simulatorInstallation,
};

/**
 * Finds a MicroSIP. The program itself is not looked at before it is started; its version, if it is not given, is what
 * MicroSIP wrote into its ini.
 *
 * @param options - which one is meant
 * @throws MicroSipError `NOT_INSTALLED` when there is none, `INVALID_ARGUMENT` when the options make no sense
 * @example
 * ```ts
 * const installation = await findInstallation({ backend: 'simulator', version: '3.21.6' });
 * installation.executable; // 'C:\\Program Files\\MicroSIP\\microsip.exe'
 * ```
 */
export async function findInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const { backend = 'auto', version } = options;
  if (version !== undefined && !isVersion(version)) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${JSON.stringify(version)} is no version of MicroSIP; write one such as 3.22.16.`,
    );
  }
  const find = await backends[backend === 'auto' ? backendHere(options) : backend]();
  const installation = find(options);
  if (version !== undefined) return installation;
  const { writtenVersion } = await import('./written-version.ts');
  const written = await writtenVersion(phoneFiles(installation).settings);
  return written === undefined ? installation : find({ ...options, version: written });
}

/** The backend of the program that was named, on this machine. */
function backendHere({ executable }: InstallationOptions): Backend {
  if (executable === undefined) {
    throw new MicroSipError(
      'NOT_INSTALLED',
      'No MicroSIP was named, and this version of the kit does not search the machine for one: ' +
        'give the path of microsip.exe (--exe), or use a simulated phone (--backend simulator).',
    );
  }
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'linux' && /microsoft/iu.test(release()) ? 'wsl' : 'wine';
}
