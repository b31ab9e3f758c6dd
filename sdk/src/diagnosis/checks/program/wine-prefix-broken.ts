import { phoneCheck } from '../../check.ts';

export const winePrefixBroken = phoneCheck({
  code: 'wine-prefix-broken',
  severity: 'error',
  title: 'The prefix of Wine is broken',
  remedy:
    'Repair it with `wineboot -u` and its `WINEPREFIX`, or let what manages it (Bottles, CrossOver, Lutris) do that.',
  examine: ({ missingInPrefix }) => {
    if (missingInPrefix === 'unknown') return 'unknown';
    if (missingInPrefix.length === 0) return undefined;
    return {
      detail: `In the prefix that MicroSIP lives in, ${missingInPrefix.join(', ')} is missing: Wine starts nothing there.`,
    };
  },
});
