import { phoneCheck } from '../../check.ts';

export const elevatedInstance = phoneCheck({
  code: 'elevated-instance',
  severity: 'error',
  title: 'MicroSIP runs where commands do not reach it',
  remedy:
    'End it, and start MicroSIP without administrator rights: `microsip start`. Or run what commands it as administrator too.',
  facts: 'B',
  examine: ({ processes }) => {
    if (processes === 'unknown') return 'unknown';
    const hidden = processes.filter(({ accessible }) => accessible === false);
    if (hidden.length === 0) return undefined;
    return {
      detail:
        `Process ${hidden.map(({ processId }) => processId).join(', ')} runs as administrator, or as another user. Windows lets no ` +
        'message from here reach its window, and MicroSIP started again would not find it, and become a second one. ' +
        'Commands that see this are refused with ACCESS_DENIED.',
    };
  },
});
