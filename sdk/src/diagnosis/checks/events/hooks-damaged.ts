import { settingsCheck, type Evidence } from '../../check.ts';

const again =
  'Install them again, which keeps what you had there yourself: `microsip hooks install --restart`.';
const withoutRecord = 'When the file is gone, install the hooks again: `microsip hooks install --restart`.';

export const hooksDamaged = settingsCheck({
  code: 'hooks-damaged',
  severity: 'error',
  title: "The kit's hooks are damaged",
  remedy: [again, withoutRecord],
  facts: 'C.3',
  examine: ({ hookRecordFault, hooks }): Evidence | undefined => {
    if (hookRecordFault !== undefined) {
      return {
        detail: hookRecordFault,
        remedy: withoutRecord,
      };
    }
    const broken = hooks.filter(({ kit }) => kit === 'damaged' || kit === 'dangling');
    if (broken.length === 0) return undefined;
    const remarks = new Set(
      broken.map(({ kitRemark }) => kitRemark).filter((remark) => remark !== undefined),
    );
    return {
      detail: `${broken.map(({ key }) => `\`${key}\``).join(', ')}: ${[...remarks].join('; ')}. Until then these events are lost, silently.`,
      remedy: again,
    };
  },
});
