import { readdir } from 'node:fs/promises';

import { findInstallations } from '../../installation/find-installations.ts';
import type { FoundInstallation } from '../../installation/found-installation.ts';
import { HandlerControl } from '../../installation/handlers/handler-control.ts';
import type { SchemeHandler } from '../../installation/handlers/scheme-handler.ts';
import type { Installation } from '../../installation/installation.ts';
import { WindowsProcesses } from '../../installation/processes/windows-processes.ts';
import type { WindowsSystem } from '../../installation/system/windows-system.ts';
import { loadNativeWindows } from '../../installation/windows-native/load-native-windows.ts';
import { MicroSipError } from '../../microsip-error.ts';

/** What lies around a phone: other copies of it, what opens links, and what has to be there for it to run. */
export interface Neighbourhood {
  /** Every MicroSIP of the same system, this one included. */
  readonly copies: readonly CopyFacts[] | 'unknown';
  /** Who opens which links. */
  readonly handlers: readonly HandlerFacts[] | 'unknown';
  /** Whether Windows' own functions can be called from here. */
  readonly nativeWindows: 'present' | 'missing' | 'unknown';
  /** Processes with the phone's name in other sessions of Windows. */
  readonly otherSessions: readonly number[] | 'unknown';
  /** What is missing in its prefix of Wine. */
  readonly missingInPrefix: readonly string[] | 'unknown';
}

/** One MicroSIP of several. */
export type CopyFacts = Pick<FoundInstallation, 'executable' | 'portable' | 'prefix' | 'running'>;

/** Who opens the links of one scheme. */
export type HandlerFacts = Pick<SchemeHandler, 'executable' | 'handledBy' | 'programExists' | 'scheme'>;

const nothingKnown: Neighbourhood = {
  copies: 'unknown',
  handlers: 'unknown',
  nativeWindows: 'unknown',
  otherSessions: 'unknown',
  missingInPrefix: 'unknown',
};

/** Looks around a phone, and changes nothing. */
export async function lookAround(
  installation: Installation,
  signal: AbortSignal,
  windows: WindowsSystem | undefined,
): Promise<Neighbourhood> {
  const { backend, executable, prefix } = installation;
  if (backend === 'simulator') return nothingKnown;
  const [copies, handlers, ofWindows, missing] = await Promise.all([
    orUnknown(findInstallations({ backend }, { signal })),
    orUnknown(handlersOf(installation, signal)),
    backend === 'windows' ? lookAtWindows(executable, signal, windows) : nothingKnown,
    prefix === undefined ? nothingKnown.missingInPrefix : missingInPrefix(prefix),
  ]);
  return { ...nothingKnown, ...ofWindows, copies, handlers, missingInPrefix: missing };
}

async function handlersOf(installation: Installation, signal: AbortSignal): Promise<readonly HandlerFacts[]> {
  return (await new HandlerControl(installation).status({ signal })).handlers;
}

async function lookAtWindows(
  executable: string,
  signal: AbortSignal,
  system: WindowsSystem | undefined,
): Promise<Pick<Neighbourhood, 'nativeWindows' | 'otherSessions'>> {
  const [native, otherSessions] = await Promise.all([
    loadNativeWindows(),
    new WindowsProcesses({ system }).inOtherSessions(executable, signal),
  ]);
  return { nativeWindows: native === undefined ? 'missing' : 'present', otherSessions };
}

/** What cannot be found out here is no fault of the phone. */
async function orUnknown<Facts>(looking: Promise<Facts>): Promise<Facts | 'unknown'> {
  try {
    return await looking;
  } catch (error) {
    if (error instanceof MicroSipError && error.code !== 'CANCELLED') return 'unknown';
    throw error;
  }
}

/** What Wine needs of a prefix to start anything there. */
const partsOfPrefix: readonly (readonly [folder: string, name: string])[] = [
  ['.', 'system.reg'],
  ['.', 'user.reg'],
  ['dosdevices', 'c:'],
  ['dosdevices/c:', 'windows'],
];

/** What is missing in a prefix of Wine. */
export async function missingInPrefix(prefix: string): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const [folder, name] of partsOfPrefix) {
    const names: readonly string[] = await readdir(`${prefix}/${folder}`).catch(() => []);
    if (!names.some((one) => one.toLowerCase() === name))
      missing.push(folder === '.' ? name : `${folder}/${name}`);
  }
  return missing;
}
