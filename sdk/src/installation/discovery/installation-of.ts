import { MicroSipError } from '../../microsip-error.ts';
import type { InstallationOptions } from '../installation-options.ts';
import type { Installation } from '../installation.ts';
import { phoneFiles } from '../phone-files.ts';
import type { LocatedPhone } from './located-phone.ts';
import type { WindowsSurroundings } from './windows-surroundings.ts';

/**
 * A phone that was located, as the options have it.
 *
 * @throws MicroSipError `UNSUPPORTED` where its data is out of reach, unless a data directory is given
 */
export async function installationOf(
  phone: LocatedPhone,
  { dataDirectory, version }: Pick<InstallationOptions, 'dataDirectory' | 'version'>,
  signal: AbortSignal,
): Promise<Installation> {
  const { executable, foundBy, local, surroundings } = phone;
  const localAppData = await localAppDataOf(surroundings, signal);
  const installation = {
    backend: surroundings.backend,
    version: version ?? phone.fileVersion,
    executable,
    ...(surroundings.backend === 'wine' && surroundings.name !== undefined && { prefix: surroundings.name }),
    ...foldersOf(phone, dataDirectory),
    ...(localAppData !== undefined && { localAppData }),
    launch: surroundings.launchTarget(executable, local),
    foundBy,
  };
  if (installation.version !== undefined) return installation;
  const { writtenVersion } = await import('../written-version.ts');
  return { ...installation, version: await writtenVersion(phoneFiles(installation).settings) };
}

/** Nothing where that Windows does not tell, which the search has noted as a step: only links and hooks need it. */
async function localAppDataOf(
  surroundings: WindowsSurroundings,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    return await surroundings.localAppData?.(signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof MicroSipError) return undefined;
    throw error;
  }
}

function foldersOf(
  { dataDirectory, executable, logDirectory }: LocatedPhone,
  given: string | undefined,
): Pick<Installation, 'dataDirectory' | 'logDirectory'> {
  if (given !== undefined) return { dataDirectory: given, logDirectory: given };
  if (dataDirectory !== undefined && logDirectory !== undefined) return { dataDirectory, logDirectory };
  throw new MicroSipError(
    'UNSUPPORTED',
    `Where ${executable} keeps its files cannot be told from here; give the folder of its ini (--data-dir).`,
  );
}
