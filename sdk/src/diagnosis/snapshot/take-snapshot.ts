import path from 'node:path';

import { observerOf } from '../../events/observer-of.ts';
import type { Installation } from '../../installation/installation.ts';
import { localPath } from '../../installation/local-path.ts';
import { phoneFiles } from '../../installation/phone-files.ts';
import { findPhoneProcesses } from '../../installation/processes/find-phone-processes.ts';
import type { PhoneProcess } from '../../installation/processes/phone-process.ts';
import type { UserEnvironment } from '../../installation/system/user-directories.ts';
import type { WindowsSystem } from '../../installation/system/windows-system.ts';
import { interopTrouble } from '../../installation/wsl/interop.ts';
import { wslVersion } from '../../installation/wsl/wsl-version.ts';
import { cameraDeniedBy } from './camera-consent.ts';
import { isWritable, isWritableFile, presenceOf, type Presence } from './file-presence.ts';
import { logFacts } from './log-facts.ts';
import { lookAround, type Neighbourhood } from './neighbourhood.ts';
import type { PhoneFacts, PhoneSnapshot } from './phone-snapshot.ts';
import { readSettings } from './read-settings.ts';
import { recordFacts } from './record-facts.ts';

/** What surrounds the phone; left out, what surrounds this process. */
export interface SnapshotSurroundings {
  /** Unix milliseconds. */
  readonly now?: number;
  readonly nodeVersion?: string;
  /** The system programs of Windows. */
  readonly windows?: WindowsSystem | undefined;
  /** Where programs are looked for. */
  readonly searchPath?: string | undefined;
  /** Whose hook program is meant. */
  readonly user?: UserEnvironment;
  /** What lies around the phone. */
  readonly neighbourhood?: Neighbourhood;
  /** Why this WSL starts no Windows programs; `false` where it does. */
  readonly interopTrouble?: string | false;
}

/** The snapshot of a machine where no MicroSIP was found. */
export async function emptySnapshot(
  notFound: string,
  surroundings: SnapshotSurroundings = {},
): Promise<PhoneSnapshot> {
  const interopTrouble = await troubleOfInterop(surroundings);
  return { ...momentOf(surroundings), phone: undefined, notFound, interopTrouble };
}

/** Looks at everything a phone consists of, and changes nothing. */
export async function takeSnapshot(
  installation: Installation,
  signal: AbortSignal,
  surroundings: SnapshotSurroundings = {},
): Promise<PhoneSnapshot> {
  const { backend, dataDirectory, executable, version } = installation;
  const files = phoneFiles(installation);
  const { at, nodeVersion } = momentOf(surroundings);
  const looking = processesOf(installation, signal, surroundings.windows);
  const [
    program,
    wine,
    portable,
    dataDirectoryWritable,
    settingsWritable,
    settings,
    processes,
    log,
    denied,
    records,
    neighbourhood,
    interopTrouble,
  ] = await Promise.all([
    programPresence(installation, signal),
    backend === 'wine' ? launcherPresence(installation.launch, surroundings.searchPath) : undefined,
    isPortable(installation),
    isWritable(dataDirectory),
    isWritableFile(files.settings),
    readSettings(files.settings, installation, signal, surroundings.user),
    looking,
    looking.then((found) => logFacts(files.log, found, at, signal)),
    cameraDenial(installation, signal, surroundings.windows),
    recordFacts(files, signal),
    surroundings.neighbourhood ?? lookAround(installation, signal, surroundings.windows),
    backend === 'wsl' ? troubleOfInterop(surroundings) : undefined,
  ]);
  const phone: PhoneFacts = {
    backend,
    executable,
    prefix: installation.prefix,
    dataDirectory,
    version,
    program,
    wine,
    portable,
    dataDirectoryWritable,
    settingsWritable,
    settings,
    log,
    processes,
    cameraDeniedBy: denied,
    ...records,
    ...neighbourhood,
  };
  return { at, nodeVersion, phone, notFound: undefined, interopTrouble };
}

async function troubleOfInterop({
  interopTrouble: given,
}: SnapshotSurroundings): Promise<string | undefined> {
  if (given !== undefined) return given === false ? undefined : given;
  return wslVersion() === undefined ? undefined : await interopTrouble();
}

function momentOf({
  now = Date.now(),
  nodeVersion = process.versions.node,
}: SnapshotSurroundings): Pick<PhoneSnapshot, 'at' | 'nodeVersion'> {
  return { at: now, nodeVersion };
}

/** The program of the phone itself; what is started is Wine's, where there is Wine. */
async function programPresence(installation: Installation, signal: AbortSignal): Promise<Presence> {
  const { backend, executable, launch } = installation;
  const file = backend === 'wine' ? await localPath(installation, executable, signal) : launch.file;
  return file !== undefined && path.isAbsolute(file) ? await presenceOf(file) : 'unknown';
}

async function launcherPresence(
  { file }: Installation['launch'],
  searchPath: string | undefined,
): Promise<Presence> {
  return path.isAbsolute(file) ? await presenceOf(file) : await presenceInPath(file, searchPath);
}

/** The ini of a portable MicroSIP lies beside its program (facts D.1). */
async function isPortable({ backend, dataDirectory, executable }: Installation): Promise<boolean> {
  if (backend === 'simulator') return false;
  return (await presenceOf(path.join(dataDirectory, path.win32.basename(executable)))) === 'present';
}

async function presenceInPath(name: string, searchPath = process.env['PATH'] ?? ''): Promise<Presence> {
  const directories = searchPath.split(path.delimiter).filter((directory) => directory !== '');
  const found = await Promise.all(directories.map((directory) => presenceOf(path.join(directory, name))));
  return found.includes('present') ? 'present' : 'missing';
}

/** A simulated phone tells its process itself. */
async function processesOf(
  installation: Installation,
  signal: AbortSignal,
  windows: WindowsSystem | undefined,
): Promise<readonly PhoneProcess[] | 'unknown'> {
  if (installation.backend !== 'simulator') {
    return await findPhoneProcesses(installation, signal, { details: true, windows });
  }
  const found = await (await observerOf(installation)).findProcess(signal);
  if (found === 'unknown') return found;
  if (!found.running) return [];
  const { processId, startedAt } = found;
  return [{ processId, ...(startedAt !== undefined && { startedAt: Date.parse(startedAt) }) }];
}

/** Wine has no camera settings. */
async function cameraDenial(
  { backend }: Installation,
  signal: AbortSignal,
  windows: WindowsSystem | undefined,
): Promise<PhoneFacts['cameraDeniedBy']> {
  switch (backend) {
    case 'windows':
      return await cameraDeniedBy(signal, windows);
    case 'wsl': {
      const { wslSystem } = await import('../../installation/wsl/wsl-windows.ts');
      return await cameraDeniedBy(signal, windows ?? (await wslSystem(signal)));
    }
    case 'wine':
    case 'simulator':
      return 'unknown';
  }
}
