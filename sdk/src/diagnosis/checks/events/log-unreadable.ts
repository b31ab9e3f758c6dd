import { phoneCheck } from '../../check.ts';

export const logUnreadable = phoneCheck({
  code: 'log-unreadable',
  severity: 'error',
  title: 'The log cannot be read',
  remedy: 'Make <log> a file that this user may read, or delete it while MicroSIP is closed.',
  facts: 'F.3',
  examine: ({ log }) =>
    log.state === 'unreadable'
      ? {
          detail: `MicroSIP keeps it at ${log.path}. The system says: ${log.reason ?? ''}.`,
          named: { log: log.path },
        }
      : undefined,
});
