import { phoneCheck } from '../../check.ts';

export const callLogDamaged = phoneCheck({
  code: 'call-log-damaged',
  severity: 'error',
  title: 'The call history cannot be read',
  remedy: 'End MicroSIP with `microsip exit`, move call_log.db away, and start MicroSIP again.',
  facts: 'F.1',
  examine: ({ callLog }) =>
    callLog === undefined
      ? undefined
      : {
          detail: callLog,
        },
});
