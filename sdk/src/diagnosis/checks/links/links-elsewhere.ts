import { phoneCheck } from '../../check.ts';
import { schemesOf } from './schemes-of.ts';

export const linksElsewhere = phoneCheck({
  code: 'links-elsewhere',
  severity: 'note',
  title: 'Links for calls open another program',
  remedy:
    'If they are to reach this MicroSIP: `microsip handlers register --force`, and choose it among the default apps of the system; `microsip handlers status` tells the rest.',
  facts: 'E',
  examine: ({ handlers }) => {
    if (handlers === 'unknown') return 'unknown';
    const foreign = handlers.filter(
      ({ handledBy, programExists }) =>
        (handledBy === 'another-microsip' || handledBy === 'another-program') && programExists !== false,
    );
    if (foreign.length === 0) return undefined;
    const programs = new Set(foreign.map(({ executable }) => executable ?? 'a program that is not known'));
    return {
      detail: `Links that begin with ${schemesOf(foreign)} open ${[...programs].join(', ')}.`,
    };
  },
});
