import { readdir } from 'node:fs/promises';
import path from 'node:path';

import { textAt, textOf } from '../registry/registry-lookup.ts';
import type { RegistryKey, WindowsRegistry } from '../registry/windows-registry.ts';
import { exists, nameInAnyCase } from '../system/name-in-any-case.ts';
import type { UserEnvironment } from '../system/user-directories.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** The environment variables that Windows programs see in a prefix, but for those that Wine passes on from outside. */
export async function prefixEnvironment(
  prefix: string,
  registry: WindowsRegistry,
  user: UserEnvironment,
  signal: AbortSignal,
): Promise<Variables> {
  const [machine, own, session] = await Promise.all([
    registry.read(
      {
        root: 'HKLM',
        path: String.raw`System\CurrentControlSet\Control\Session Manager\Environment`,
        view: 64,
      },
      signal,
    ),
    registry.read({ root: 'HKCU', path: 'Environment', view: 64 }, signal),
    registry.read({ root: 'HKCU', path: 'Volatile Environment', view: 64 }, signal),
  ]);
  const profile = await userProfile(prefix, textAt(session, 'USERPROFILE'), user);
  const isWin64 = await exists(path.posix.join(prefix, 'drive_c', 'Program Files (x86)'));
  const searched = [machine, own].flatMap((key) => textAt(key, 'PATH') ?? []);
  return {
    SystemDrive: 'C:',
    SystemRoot: 'C:\\windows',
    windir: 'C:\\windows',
    ProgramFiles: 'C:\\Program Files',
    ...(isWin64 && { 'ProgramFiles(x86)': 'C:\\Program Files (x86)', ProgramW6432: 'C:\\Program Files' }),
    ...variablesOf(machine),
    ...variablesOf(own),
    ...variablesOf(session),
    PATH: searched.join(';'),
    ...(profile !== undefined && {
      USERPROFILE: profile,
      APPDATA: `${profile}\\AppData\\Roaming`,
      LOCALAPPDATA: `${profile}\\AppData\\Local`,
    }),
  };
}

function variablesOf(key: RegistryKey | undefined): Variables {
  return Object.fromEntries(
    [...(key?.values ?? [])].map(([name, value]) => [name.toUpperCase(), textOf(value)]),
  );
}

/**
 * The folder of the user that Windows programs are in a prefix. Wine takes the user of Linux, Proton's builds, which
 * Bottles and Lutris use as well, always `steamuser`, CrossOver `crossover`: so what the prefix remembers of its last
 * session counts, and else which folder has been lived in.
 */
async function userProfile(
  prefix: string,
  remembered: string | undefined,
  user: UserEnvironment,
): Promise<string | undefined> {
  const users = await nameInAnyCase(path.posix.join(prefix, 'drive_c'), ['users']);
  const names = await readdir(users).catch(() => []);
  const lived = (
    await Promise.all(
      names.map(async (name) =>
        (await exists(await nameInAnyCase(path.posix.join(users, name), ['AppData']))) ? [name] : [],
      ),
    )
  ).flat();
  const last = remembered === undefined ? undefined : path.win32.basename(remembered).toLowerCase();
  // Not from `userInfo()`, which fails for the users of containers that stand in no list of users.
  const linuxUser = user.env['USER'] ?? path.posix.basename(user.home);
  const name =
    lived.find((each) => each.toLowerCase() === last) ??
    lived.find((each) => each === linuxUser) ??
    lived.filter((each) => each !== 'Public').toSorted()[0] ??
    linuxUser;
  return name === '' ? undefined : `C:\\users\\${name}`;
}
