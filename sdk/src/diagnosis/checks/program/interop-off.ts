import type { Check } from '../../check.ts';

export const interopOff: Check<'interop-off'> = {
  code: 'interop-off',
  severity: 'error',
  title: 'This WSL starts no Windows programs',
  examine: ({ interopTrouble }) => {
    if (interopTrouble === undefined) return undefined;
    const [trouble = '', remedy = ''] = interopTrouble.split(/: (.*)/su);
    return {
      detail: `${trouble}. So nothing from here reaches MicroSIP.`,
      remedy: `${remedy.charAt(0).toUpperCase()}${remedy.slice(1)}.`,
    };
  },
};
