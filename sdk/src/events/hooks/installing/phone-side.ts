import { createRequire } from 'node:module';

import type { Installation } from '../../../installation/installation.ts';
import { localPath } from '../../../installation/local-path.ts';
import { MicroSipError } from '../../../microsip-error.ts';
import { isSystemError } from '../../../system-error.ts';
import type { HookProgram } from '../hook-value.ts';

type Phone = Pick<Installation, 'backend' | 'launch' | 'localAppData' | 'prefix'>;

/** How long it may take to learn of Windows what the hooks need, in milliseconds. */
const windowsLimitMs = 20_000;

/** Whether the hooks of a phone can be changed from here: it can start the hook program, which lies on this system. */
export function canChangeHooks(phone: Phone): boolean {
  return obstacle(phone) === undefined;
}

/** @throws MicroSipError `UNSUPPORTED` for a phone whose hooks cannot be changed from here */
export function refuseOtherSystem(phone: Phone): void {
  const reason = obstacle(phone);
  if (reason === undefined) return;
  throw new MicroSipError('UNSUPPORTED', `${reason}, or use the log ("microsip log enable").`);
}

function obstacle({ backend, launch, localAppData }: Phone): string | undefined {
  switch (backend) {
    case 'windows':
    case 'simulator':
      return undefined;
    case 'wsl':
      return localAppData === undefined
        ? 'The folder of the user on Windows (LOCALAPPDATA) cannot be told from this WSL, and the hook program belongs there: set hooks on Windows itself'
        : undefined;
    case 'wine':
      if (process.platform !== 'linux') {
        return 'Hooks of a MicroSIP under Wine are known to work on Linux only: use them there';
      }
      return launch.file === 'flatpak'
        ? 'This MicroSIP runs within the sandbox of a Flatpak, from where it can start no Node.js of this system: run it in a prefix outside of it'
        : undefined;
  }
}

/**
 * The hook program as the phone names it. Under Wine, `ShellExecuteEx` starts a program of Linux like one of Windows
 * when it is named by a drive; that program gets its arguments as they are, and so the script by its name in Linux.
 *
 * @param program - as this system names it
 * @throws MicroSipError `UNSUPPORTED` where no drive of the prefix shows it, `NOT_INSTALLED` where the Windows behind WSL
 * has no Node.js
 */
export async function asPhoneNames(phone: Phone, program: HookProgram): Promise<HookProgram> {
  if (phone.backend === 'wsl') return await onWindows(program);
  const { backend, prefix } = phone;
  if (backend !== 'wine' || prefix === undefined) return program;
  const { windowsPathIn } = await import('../../../installation/wine/prefix-paths.ts');
  const node = await windowsPathIn(prefix, program.node);
  if (node !== undefined) return { ...program, node };
  throw new MicroSipError(
    'UNSUPPORTED',
    `No drive of ${prefix} shows ${program.node}, which MicroSIP would have to start: give it one in "winecfg" (Drives), such as Z: for /.`,
  );
}

/** A Node.js of Linux is none that MicroSIP on Windows could start: it has to be one of Windows. */
async function onWindows({ node, script }: HookProgram): Promise<HookProgram> {
  const [{ windowsNode }, { wslWindows }] = await Promise.all([
    import('../../../installation/wsl/windows-node.ts'),
    import('../../../installation/wsl/wsl-windows.ts'),
  ]);
  const signal = AbortSignal.timeout(windowsLimitMs);
  const [windows] = (await wslWindows(signal)).surroundings;
  const isChosen = node !== process.execPath;
  const [program, named] = await Promise.all([
    isChosen ? windows?.windowsPath(node, signal) : windows && windowsNode(windows, signal),
    windows?.windowsPath(script, signal),
  ]);
  if (program !== undefined && named !== undefined && /\.exe$/iu.test(program)) {
    return { node: program, script: named };
  }
  throw new MicroSipError(
    'NOT_INSTALLED',
    isChosen
      ? `${node} is no Node.js that MicroSIP on Windows could start: name a node.exe of Windows, such as /mnt/c/Program Files/nodejs/node.exe.`
      : 'Hooks need a Node.js on Windows, as MicroSIP starts it there, and none was found: install one on Windows (nodejs.org), or name its node.exe with the option "node".',
  );
}

/** Where the Node.js of hooks lies, seen from here. */
export async function nodeFileOf(
  phone: Phone,
  program: HookProgram | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (program === undefined || !(phone.backend === 'wine' || phone.backend === 'wsl')) return program?.node;
  return await localPath(phone, program.node, signal);
}

/**
 * Which system starts the commands that a user had in the hooks. Under Wine these are programs of Windows, while the
 * hook program is one of Linux.
 */
export function platformOf({ backend }: Phone): NodeJS.Platform | 'wine' {
  if (backend === 'wine') return 'wine';
  return backend === 'simulator' ? process.platform : 'win32';
}

/** The library by which a program on Windows can read its own command line, if it is installed. */
export function installedKoffi({ backend }: Phone): string | undefined {
  if (backend !== 'windows') return undefined;
  try {
    return createRequire(import.meta.url).resolve('koffi');
  } catch (error) {
    if (isSystemError(error, 'MODULE_NOT_FOUND')) return undefined;
    throw error;
  }
}
