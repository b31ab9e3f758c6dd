import { settingsCheck } from '../../check.ts';

export const autoAnswerEveryone = settingsCheck({
  code: 'auto-answer-everyone',
  severity: 'warning',
  title: 'Every caller is answered automatically',
  remedy:
    'Name the callers with `microsip settings set autoAnswerNumber "101;102" --restart`, or answer only calls that ask for it: `microsip settings set autoAnswer header --restart`.',
  facts: 'G',
  examine: ({ values: { AA, autoAnswer, autoAnswerNumber } }) => {
    const always = autoAnswer === 'all';
    if (!(always || (autoAnswer === 'button' && AA)) || autoAnswerNumber !== '') return undefined;
    return {
      detail: `${always ? '`autoAnswer` is `all`' : 'The AA button is pressed'}, and \`autoAnswerNumber\` names nobody. Anyone who calls listens in, and phones that all answer automatically occupy each other for ever.`,
    };
  },
});
