import { phoneCheck } from '../../check.ts';
import { schemesOf } from './schemes-of.ts';

export const linksStale = phoneCheck({
  code: 'links-stale',
  severity: 'warning',
  title: 'Links for calls open a program that is gone',
  remedy: 'Have them reach this MicroSIP: `microsip handlers register --force`.',
  facts: 'E',
  examine: ({ handlers }) => {
    if (handlers === 'unknown') return 'unknown';
    const stale = handlers.filter(({ programExists }) => programExists === false);
    if (stale.length === 0) return undefined;
    const programs = new Set(stale.map(({ executable }) => executable ?? 'a program that is not known'));
    return {
      detail: `Links that begin with ${schemesOf(stale)} are to open ${[...programs].join(', ')}, which is not there.`,
    };
  },
});
