import { phoneCheck } from '../../check.ts';

export const otherSession = phoneCheck({
  code: 'other-session',
  severity: 'warning',
  title: 'MicroSIP runs in another session of Windows',
  remedy: 'Run the kit in the session of that MicroSIP; or end it there, if it is your own.',
  facts: 'B',
  examine: ({ otherSessions }) => {
    if (otherSessions === 'unknown') return 'unknown';
    if (otherSessions.length === 0) return undefined;
    return {
      detail:
        `Process ${otherSessions.join(', ')} runs in a session of somebody else, or of the same user by remote desktop. ` +
        'Commands from here do not reach it: they go to the MicroSIP of this session, and start one where there is none. ' +
        'If both have the same settings, they overwrite each other.',
    };
  },
});
