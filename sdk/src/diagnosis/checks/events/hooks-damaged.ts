import { settingsCheck, type Evidence } from '../../check.ts';

export const hooksDamaged = settingsCheck({
  code: 'hooks-damaged',
  severity: 'error',
  title: "The kit's hooks are damaged",
  facts: 'C.3',
  examine: ({ hookRecordFault, hooks }): Evidence | undefined => {
    if (hookRecordFault !== undefined) {
      return {
        detail: hookRecordFault,
        remedy: 'When the file is gone, install the hooks again: `microsip hooks install --restart`.',
      };
    }
    const broken = hooks.filter(({ kit }) => kit === 'damaged' || kit === 'dangling');
    if (broken.length === 0) return undefined;
    const remarks = new Set(
      broken.map(({ kitRemark }) => kitRemark).filter((remark) => remark !== undefined),
    );
    return {
      detail: `${broken.map(({ key }) => `\`${key}\``).join(', ')}: ${[...remarks].join('; ')}. Until then these events are lost, silently.`,
      remedy:
        'Install them again, which keeps what you had there yourself: `microsip hooks install --restart`.',
    };
  },
});
