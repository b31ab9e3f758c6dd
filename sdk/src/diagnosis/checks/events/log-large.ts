import { privacyRemark } from '../../../events/log/log-control.ts';
import { phoneCheck } from '../../check.ts';

/** A hundred times what a busy day writes, in bytes. */
const largeSize = 1024 * 1024 * 1024;

export const logLarge = phoneCheck({
  code: 'log-large',
  severity: 'warning',
  title: 'The log is very large',
  remedy: 'End MicroSIP with `microsip exit`, delete the file, and start MicroSIP again.',
  facts: 'F.3',
  examine: ({ log }) => {
    if (log.state === 'unreadable') return 'unknown';
    if (log.size < largeSize) return undefined;
    return {
      detail: `${log.path} has ${(log.size / 1024 / 1024).toFixed(0)} MiB. MicroSIP lets it grow without limit. ${privacyRemark}`,
    };
  },
});
