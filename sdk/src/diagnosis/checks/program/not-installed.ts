import type { Check } from '../../check.ts';

export const notInstalled: Check<'not-installed'> = {
  code: 'not-installed',
  severity: 'error',
  title: 'No MicroSIP was found',
  remedy:
    'Install MicroSIP from https://www.microsip.org/downloads, or name a portable copy: `microsip doctor --exe PATH`. ' +
    'To try the kit without it: `microsip simulator run`.',
  examine: ({ notFound }) =>
    notFound === undefined
      ? undefined
      : {
          detail: notFound,
        },
};
