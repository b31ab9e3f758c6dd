import { isVersion } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';
import { findPhone } from './discovery/find-phone.ts';
import type { FindOptions } from './find-options.ts';
import type { InstallationOptions } from './installation-options.ts';
import type { Installation } from './installation.ts';
import { phoneFiles } from './phone-files.ts';

/**
 * Finds a MicroSIP, as MicroSIP finds itself: by its key in the registry, then by what installers leave behind, by the
 * usual folders, by the phones that run, and in `PATH`. Where there are several, it is the first, unless that one does
 * not run and exactly one other does; {@link findInstallations} lists them all.
 *
 * What was found is kept in this process for half a minute, as long as the program stays what it was. The version, if
 * it is not given, is that of the program's file, else what MicroSIP wrote into its ini.
 *
 * @param options - which one is meant
 * @param limits - of the search
 * @throws MicroSipError `NOT_INSTALLED` when there is none, `INVALID_ARGUMENT` when the options make no sense,
 * `CANCELLED`, `TIMEOUT`
 * @example
 * ```ts
 * const installation = await findInstallation();
 * installation.executable; // 'C:\\Users\\ada\\AppData\\Local\\MicroSIP\\microsip.exe'
 * installation.foundBy; // 'user-registry'
 * ```
 */
export async function findInstallation(
  options: InstallationOptions = {},
  limits: FindOptions = {},
): Promise<Installation> {
  checkVersion(options);
  if (options.backend === 'simulator') return await simulated(options);
  return await findPhone(options, limits);
}

function checkVersion({ version }: InstallationOptions): void {
  if (version === undefined || isVersion(version)) return;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `${JSON.stringify(version)} is no version of MicroSIP; write one such as 3.22.16.`,
  );
}

async function simulated(options: InstallationOptions): Promise<Installation> {
  const { simulatorInstallation } = await import('./simulator-installation.ts');
  const installation = simulatorInstallation(options);
  if (options.version !== undefined) return installation;
  const { writtenVersion } = await import('./written-version.ts');
  const written = await writtenVersion(phoneFiles(installation).settings);
  return written === undefined ? installation : simulatorInstallation({ ...options, version: written });
}
