import { settingsCheck } from '../../check.ts';

export const logNotWritten = settingsCheck({
  code: 'log-not-written',
  severity: 'warning',
  title: 'The log is on, but not written',
  facts: 'F.3',
  examine: ({ values }, { log, processes }) => {
    if (!values.enableLog) return undefined;
    if (processes === 'unknown') return 'unknown';
    const [phone] = processes;
    if (phone === undefined || log.presence === 'unknown') return undefined;
    if (log.presence === 'present' && log.writtenAt >= (phone.startedAt ?? 0)) return undefined;
    return {
      detail: `${log.path} ${log.presence === 'missing' ? 'is not there' : 'is older than the MicroSIP that runs'}: the log begins when MicroSIP starts, or at OK in its settings.`,
      remedy: 'Start it again, which ends all calls: `microsip exit`, then `microsip start`.',
    };
  },
});
