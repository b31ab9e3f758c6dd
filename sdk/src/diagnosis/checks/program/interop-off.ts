import { interopTroubles } from '../../../installation/wsl/interop.ts';
import type { Check } from '../../check.ts';

export const interopOff: Check<'interop-off'> = {
  code: 'interop-off',
  severity: 'error',
  title: 'This WSL starts no Windows programs',
  remedy: Object.values(interopTroubles).map(({ remedy }) => sentence(remedy)),
  examine: ({ interopTrouble }) => {
    if (interopTrouble === undefined) return undefined;
    const [trouble = '', remedy = ''] = interopTrouble.split(/: (.*)/su);
    return { detail: `${trouble}. So nothing from here reaches MicroSIP.`, remedy: sentence(remedy) };
  },
};

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
