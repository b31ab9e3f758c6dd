import { MicroSipError } from '../../microsip-error.ts';
import type { DiscoveryPlace, DiscoveryStep, DiscoverySystem } from './discovery-step.ts';

const places: Record<DiscoveryPlace | DiscoverySystem, string> = {
  'this-windows': 'this machine',
  'wsl-interop': 'the Windows around WSL',
  'wine-prefix': 'the prefixes of Wine',
  option: 'the path that was given',
  'user-registry': "MicroSIP's own keys of the registry",
  'machine-registry': "MicroSIP's own keys of the registry",
  'app-paths': 'App Paths',
  'uninstall-entries': 'the list of installed programs',
  'program-folders': 'the folders of programs',
  'local-app-data': 'the folders of programs',
  'running-process': 'the phones that run',
  'search-path': 'PATH',
};

const mostRemarks = 3;

/** That no MicroSIP was found, and what to do. */
export class NoPhoneFoundError extends MicroSipError {
  /** Where it was looked and what was odd there, for who says the rest: a sentence. */
  readonly search: string;

  constructor(message: string, search: string) {
    super('NOT_INSTALLED', message);
    this.search = search;
  }
}

/** @param executable - the program that was named */
export function notInstalled(
  steps: readonly DiscoveryStep[],
  executable: string | undefined,
): NoPhoneFoundError {
  const looked = [...new Set(steps.map(({ place }) => places[place]))];
  const remarks = steps.flatMap(({ looked: where, remark }) =>
    remark === undefined ? [] : `${where}: ${remark}`,
  );
  if (executable !== undefined) {
    const named = steps.flatMap(({ place, remark }) => (place === 'option' ? (remark ?? []) : []));
    const why = named.length === 0 ? remarks.join('; ') : `it ${named.join('; ')}`;
    const search = `“${executable}” leads to no program: ${why}.`;
    return new NoPhoneFoundError(
      `${search} Give its full path (--exe), or none, to have MicroSIP looked for.`,
      search,
    );
  }
  const shown = remarks.slice(0, mostRemarks);
  const oddities = shown.length === 0 ? '' : ` (${shown.join('; ')})`;
  const where = `${looked.length === 0 ? 'no place' : looked.join(', ')}${oddities}`;
  return new NoPhoneFoundError(
    `No MicroSIP was found; it was looked for in ${where}. Install it from https://www.microsip.org/downloads, ` +
      'give the path of microsip.exe (--exe), or use a simulated phone (--backend simulator).',
    `It was looked for in ${where}.`,
  );
}
