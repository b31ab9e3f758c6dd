import { settingsCheck } from '../../check.ts';

const byButton = 'Where calls are to come in: `microsip settings set denyIncoming button --restart`.';
const buttonAgain =
  'Where calls are to come in, press the DND button again, or `microsip settings set DND 0 --restart`.';

export const callsRefused = settingsCheck({
  code: 'calls-refused',
  severity: 'note',
  title: 'Every caller is refused',
  remedy: [byButton, buttonAgain],
  facts: 'G',
  examine: ({ values: { denyIncoming, DND } }) => {
    const always = denyIncoming === 'all';
    if (!always && !(denyIncoming === 'button' && DND)) return undefined;
    return {
      detail: `${always ? '`denyIncoming` is `all`' : 'The DND button is pressed'}: the phone does not ring, and callers hear that it is busy.`,
      remedy: always ? byButton : buttonAgain,
    };
  },
});
