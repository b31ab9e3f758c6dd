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

/**
 * That no MicroSIP was found: where it was looked, what was odd there, and what to do.
 *
 * @param executable - the program that was named
 */
export function notInstalled(steps: readonly DiscoveryStep[], executable: string | undefined): MicroSipError {
  const looked = [...new Set(steps.map(({ place }) => places[place]))];
  const remarks = steps.flatMap(({ looked: where, remark }) =>
    remark === undefined ? [] : `${where}: ${remark}`,
  );
  if (executable !== undefined) {
    const named = steps.flatMap(({ place, remark }) => (place === 'option' ? (remark ?? []) : []));
    const why = named.length === 0 ? remarks.join('; ') : `it ${named.join('; ')}`;
    return new MicroSipError(
      'NOT_INSTALLED',
      `“${executable}” leads to no program: ${why}. Give its full path (--exe), or none, to have MicroSIP looked for.`,
    );
  }
  const shown = remarks.slice(0, mostRemarks);
  const oddities = shown.length === 0 ? '' : ` (${shown.join('; ')})`;
  const where = looked.length === 0 ? '' : `; it was looked for in ${looked.join(', ')}`;
  return new MicroSipError(
    'NOT_INSTALLED',
    `No MicroSIP was found${where}${oddities}. ` +
      'Install it from https://www.microsip.org/downloads, give the path of microsip.exe (--exe), ' +
      'or use a simulated phone (--backend simulator).',
  );
}
