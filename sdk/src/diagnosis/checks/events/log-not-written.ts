import { settingsCheck } from '../../check.ts';

export const logNotWritten = settingsCheck({
  code: 'log-not-written',
  severity: 'warning',
  title: 'The log is on, but not written',
  remedy: 'Start it again, which ends all calls: `microsip exit`, then `microsip start`.',
  facts: 'F.3',
  examine: ({ values }, { log, processes }) => {
    if (!values.enableLog) return undefined;
    if (processes === 'unknown' || log.written === 'unknown') return 'unknown';
    if (processes.length === 0 || log.written) return undefined;
    return {
      detail: `${log.path} ${log.state === 'missing' ? 'is not there' : 'is that of an earlier run'}: the log begins when MicroSIP starts, or at OK in its settings.`,
    };
  },
});
