import { settingsCheck } from '../../check.ts';

export const hookFailures = settingsCheck({
  code: 'hook-failures',
  severity: 'warning',
  title: "The kit's hook program has failed",
  remedy:
    'See that the disk has room and that its folder can be written, then install it again: `microsip hooks install --restart`.',
  examine: ({ hookFailures: failures }) =>
    failures === undefined
      ? undefined
      : {
          detail: `${failures.count === 1 ? 'Once' : `${failures.count} times`}, last at ${failures.at}: ${failures.error}.`,
        },
});
