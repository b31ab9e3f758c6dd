import path from 'node:path';

import { describeKey } from '../registry/key-path.ts';
import { textAt, valueOf } from '../registry/registry-lookup.ts';
import type { RegistryKey, RegistryPath } from '../registry/windows-registry.ts';
import type { DiscoveryPlace } from './discovery-step.ts';
import type { Hint, Lead } from './lead.ts';
import { iconFileIn, pathIn, programIn, type Environment, type NamedPath } from './registry-path.ts';

/** A key of the registry that may say where MicroSIP is. */
export interface TellingKey {
  readonly place: DiscoveryPlace;
  readonly key: RegistryPath;
  /** What the key says. */
  readonly tell: (key: RegistryKey, environment: Environment) => Told;
}

type Told = Pick<Lead, 'hints' | 'remarks'>;

const installerKey = 'Software\\MicroSIP';
/** MicroSIP's own keys, as it reads them (facts D.1). */
export const installerKeys: Readonly<Record<'user' | 'machine', RegistryPath>> = {
  user: { root: 'HKCU', path: installerKey },
  machine: { root: 'HKLM', path: installerKey, view: 32 },
};
const appPathKey = 'Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\microsip.exe';
const uninstallKey = 'Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall';

/**
 * The keys in the order in which they count. The user's own keys are the same in both views; of the machine's, MicroSIP,
 * a 32-bit program, sees only the 32-bit one, but people and installers write to the other one as well.
 */
export const tellingKeys: readonly TellingKey[] = [
  { place: 'user-registry', key: installerKeys.user, tell: installerFolder },
  { place: 'machine-registry', key: installerKeys.machine, tell: installerFolder },
  { place: 'machine-registry', key: { root: 'HKLM', path: installerKey, view: 64 }, tell: installerFolder },
  { place: 'app-paths', key: { root: 'HKCU', path: appPathKey }, tell: appPath },
  { place: 'app-paths', key: { root: 'HKLM', path: appPathKey, view: 32 }, tell: appPath },
  { place: 'app-paths', key: { root: 'HKLM', path: appPathKey, view: 64 }, tell: appPath },
  { place: 'uninstall-entries', key: { root: 'HKCU', path: uninstallKey }, tell: uninstallEntries },
  { place: 'uninstall-entries', key: { root: 'HKLM', path: uninstallKey, view: 32 }, tell: uninstallEntries },
  { place: 'uninstall-entries', key: { root: 'HKLM', path: uninstallKey, view: 64 }, tell: uninstallEntries },
];

/** What a key says about where MicroSIP is. */
export function registryLead(
  { key, place, tell }: TellingKey,
  read: RegistryKey | undefined,
  environment: Environment,
): Lead {
  const told: Told = read === undefined ? { hints: [], remarks: [] } : tell(read, environment);
  return { place, looked: describeKey(key), ...told };
}

/**
 * The folder of the MicroSIP that takes itself for installed: it compares the folder it lies in with the default value of
 * its key, the user's, else the machine's, letter for letter but for their case (facts D.1).
 */
export function installedFolder(
  user: RegistryKey | undefined,
  machine: RegistryKey | undefined,
): string | undefined {
  return [textAt(user, ''), textAt(machine, '')].find((text) => text !== undefined && text !== '');
}

function installerFolder(key: RegistryKey, environment: Environment): Told {
  const { path: folder, remark } = pathIn(valueOf(key, ''), environment);
  if (folder === undefined) return { hints: [], remarks: remarksOn('its default value', remark) };
  const isAsMicroSipReadsIt = textAt(key, '')?.toLowerCase() === folder.toLowerCase();
  return {
    hints: [{ path: folder, kind: 'folder' }],
    remarks: isAsMicroSipReadsIt
      ? []
      : ['its default value is not exactly the path of a folder, so that MicroSIP takes itself for portable'],
  };
}

function appPath(key: RegistryKey, environment: Environment): Told {
  const { path: program, remark } = pathIn(valueOf(key, ''), environment);
  return {
    hints: program === undefined ? [] : [{ path: program, kind: 'program' }],
    remarks: remarksOn('its default value', remark),
  };
}

function uninstallEntries(key: RegistryKey, environment: Environment): Told {
  const told = [...key.keys]
    .filter(([, entry]) => /^\s*microsip(?![\p{L}\p{N}])/iu.test(textAt(entry, 'DisplayName') ?? ''))
    .map(([name, entry]) => uninstallEntry(name, entry, environment));
  return { hints: told.flatMap(({ hints }) => hints), remarks: told.flatMap(({ remarks }) => remarks) };
}

function uninstallEntry(name: string, entry: RegistryKey, environment: Environment): Told {
  const location = pathIn(valueOf(entry, 'InstallLocation'), environment);
  const icon = iconFileIn(valueOf(entry, 'DisplayIcon'), environment);
  const uninstaller = programIn(valueOf(entry, 'UninstallString'), environment);
  return {
    hints: [
      ...(location.path === undefined ? [] : [{ path: location.path, kind: 'folder' as const }]),
      ...folderOf(icon),
      ...folderOf(uninstaller),
    ],
    remarks: [
      ...remarksOn(`InstallLocation in ${name}`, location.remark),
      ...remarksOn(`DisplayIcon in ${name}`, icon.remark),
      // That of a package of Windows Installer is no path.
      ...(isMsiExec(textAt(entry, 'UninstallString'))
        ? []
        : remarksOn(`UninstallString in ${name}`, uninstaller.remark)),
    ],
  };
}

/** The folder of a file that belongs to MicroSIP. Icon and uninstaller may as well lie somewhere else. */
function folderOf({ path: file }: NamedPath): readonly Hint[] {
  if (file === undefined || isMsiExec(path.win32.basename(file))) return [];
  return [{ path: path.win32.dirname(file), kind: 'folder', isGuess: true }];
}

function isMsiExec(text = ''): boolean {
  return /^\s*"?msiexec(?:\.exe)?(?=["\s]|$)/iu.test(text);
}

function remarksOn(subject: string, remark: string | undefined): readonly string[] {
  return remark === undefined ? [] : [`${subject} ${remark}`];
}
