import type { Target } from 'microsip-sdk/target';

import type { Localization } from '../localization.ts';
import type { NumberOrigin } from '../numbers/number-origin.ts';
import { remoteText } from '../remote-text.ts';
import type { Choice, Question } from './ask-question.ts';
import { dialledLines } from './dialled-text.ts';
import type { DialOrigin, DialRequest } from './dial-request.ts';

/** What the user can answer. */
export type DialAnswer = 'dial' | 'dial-always' | 'do-not-dial';

type DialChoice = Choice<DialAnswer>;

/** What the user is asked before a number is dialled that is written somewhere. */
export type DialQuestion = Question<DialAnswer>;

/**
 * Asks whether to dial, showing all of what would be dialled. For a link from outside, Enter does not dial: it can
 * come at any moment, also while the user types.
 *
 * @param origin - whose number it is, where that is known
 */
export function dialQuestion(
  request: DialRequest,
  target: Target,
  number: NumberOrigin | undefined,
  l10n: Localization,
): DialQuestion {
  const isFromOutside = request.origin === 'link';
  const [first = '', ...others] = dialledLines(target);
  const dial: DialChoice = {
    answer: 'dial',
    label: `$(call-outgoing) ${l10n.t('Dial {0}', first)}${others.length > 0 ? ' …' : ''}`,
    ...(number !== undefined && { description: numberWords(number) }),
    ...(target.warnings.length > 0 && {
      detail: `$(warning) ${target.warnings.map(({ message }) => harmless(message)).join(' ')}`,
    }),
  };
  const rest = others.map((line): DialChoice => ({ answer: undefined, label: `… ${line}` }));
  const doNot: DialChoice = { answer: 'do-not-dial', label: `$(close) ${l10n.t('Do Not Dial')}` };
  const always: DialChoice = {
    answer: 'dial-always',
    label: `$(check-all) ${l10n.t('Dial, and Do Not Ask Again')}`,
    detail: l10n.t('Links from outside the editor go on asking.'),
  };
  return {
    title: isFromOutside
      ? l10n.t('A link from outside the editor wants MicroSIP to dial')
      : l10n.t('Dial with MicroSIP?'),
    placeholder: whereWritten(request.origin, remoteText(request.text), l10n),
    choices: isFromOutside ? [doNot, dial, ...rest] : [dial, ...rest, doNot, always],
  };
}

/** A number as it is written abroad, and its country. */
export function numberWords({ international, country }: NumberOrigin): string {
  return country === undefined ? international : `${international} · ${country}`;
}

function whereWritten(origin: DialOrigin, written: string, l10n: Localization): string {
  switch (origin) {
    case 'document':
      return l10n.t('In the document: {0}', written);
    case 'terminal':
      return l10n.t('In the terminal: {0}', written);
    case 'contact':
      return l10n.t('Contact: {0}', written);
    case 'link':
      return l10n.t('In the link: {0}', written);
  }
}

/** A message may quote what is written, in which `$(…)` would be an icon. */
function harmless(message: string): string {
  return message.replaceAll('$(', '$ (');
}
