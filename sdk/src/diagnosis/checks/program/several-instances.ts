import type { PhoneProcess } from '../../../installation/processes/phone-process.ts';
import { phoneCheck } from '../../check.ts';

/** A second start that only hands its command over is gone by then. */
const handOverMs = 2000;

export const severalInstances = phoneCheck({
  code: 'several-instances',
  severity: 'error',
  title: 'MicroSIP runs more than once',
  remedy:
    'End all but one, from their menus or with the Task Manager; `microsip exit` ends the one that is found.',
  facts: 'B',
  examine: ({ executable, processes }, { at }) => {
    if (processes === 'unknown') return 'unknown';
    const isSettled = ({ startedAt }: PhoneProcess): boolean =>
      startedAt === undefined || at - startedAt > handOverMs;
    const settled = processes.filter(isSettled);
    if (settled.length < 2) return undefined;
    return {
      detail:
        `${executable} runs as the processes ${settled.map(({ processId }) => processId).join(', ')}. ` +
        'They overwrite the settings of each other, and a command reaches the first that Windows finds.',
    };
  },
});
