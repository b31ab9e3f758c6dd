import { settingsCheck } from '../../check.ts';
import { surpriseAt } from '../../surprise-at.ts';

export const singleMode = settingsCheck({
  code: 'single-mode',
  severity: 'note',
  title: 'One call at a time',
  remedy:
    'Look at `microsip status` before dialling. For several calls at once: `microsip settings set singleMode 0 --restart`.',
  facts: 'K.4',
  examine: ({ values }) =>
    values.singleMode
      ? {
          detail: surpriseAt('K.4').text,
        }
      : undefined,
});
