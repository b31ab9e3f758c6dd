import type { FindOptions } from './find-options.ts';
import type { FoundInstallation } from './found-installation.ts';
import type { InstallationOptions } from './installation-options.ts';

/**
 * Finds every MicroSIP of this machine, in the order in which they count. That there is none is no error here.
 *
 * @param options - which ones are meant: a backend, or a program, which is found if it is there
 * @param limits - of the search
 * @returns nothing for the simulator, which is not searched for
 * @throws MicroSipError `INVALID_ARGUMENT` when the options make no sense, `CANCELLED`, `TIMEOUT`
 * @example
 * ```ts
 * for (const { executable, version, running } of await findInstallations()) {
 *   console.log(executable, version ?? 'of a version that is not known', running ? 'runs' : '');
 * }
 * ```
 */
export async function findInstallations(
  options: InstallationOptions = {},
  limits: FindOptions = {},
): Promise<readonly FoundInstallation[]> {
  const { findPhones } = await import('./discovery/find-phones.ts');
  return await findPhones(options, limits);
}
