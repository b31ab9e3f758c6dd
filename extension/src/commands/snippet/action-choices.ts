import type { PhoneAction } from 'microsip-sdk';
import { recipeLanguages, type RecipeLanguage } from 'microsip-sdk/recipes';

import type { Localization } from '../../localization.ts';

/** What is asked of the user before an action is whole. */
export type ActionInput = 'target' | 'digits' | 'account';

/** Something a snippet can do, as a list offers it. */
export type ActionChoice = {
  /** What it is an action of: the same for every choice that differs in its details only. */
  readonly type: PhoneAction['type'];
  readonly title: string;
} & (
  | { readonly action: PhoneAction }
  | { readonly asksFor: ActionInput; readonly actionWith: (value: string) => PhoneAction }
);

/** All that a snippet in a language can do. */
export function actionChoices(language: RecipeLanguage, l10n: Localization): readonly ActionChoice[] {
  const possible = recipeLanguages.find(({ id }) => id === language)?.actions ?? [];
  return choices(l10n).filter(({ type }) => possible.includes(type));
}

function choices(l10n: Localization): readonly ActionChoice[] {
  const whole = (title: string, action: PhoneAction): ActionChoice => ({ type: action.type, title, action });
  return [
    {
      type: 'dial',
      title: l10n.t('Dial'),
      asksFor: 'target',
      actionWith: (target) => ({ type: 'dial', target }),
    },
    whole(l10n.t('Hang Up'), { type: 'hangup', scope: 'talking' }),
    whole(l10n.t('Hang Up and Reject All'), { type: 'hangup', scope: 'all' }),
    whole(l10n.t('Stop Calling'), { type: 'hangup', scope: 'calling' }),
    whole(l10n.t('Answer'), { type: 'answer' }),
    whole(l10n.t('Reject'), { type: 'reject' }),
    {
      type: 'transfer',
      title: l10n.t('Transfer'),
      asksFor: 'target',
      actionWith: (target) => ({ type: 'transfer', target }),
    },
    {
      type: 'dtmf',
      title: l10n.t('Send DTMF'),
      asksFor: 'digits',
      actionWith: (digits) => ({ type: 'dtmf', digits }),
    },
    whole(l10n.t('Hold or Resume'), { type: 'hold' }),
    whole(l10n.t('Mute Microphone'), { type: 'mute', device: 'microphone', on: true }),
    whole(l10n.t('Unmute Microphone'), { type: 'mute', device: 'microphone', on: false }),
    whole(l10n.t('Mute Speaker'), { type: 'mute', device: 'speaker', on: true }),
    whole(l10n.t('Unmute Speaker'), { type: 'mute', device: 'speaker', on: false }),
    whole(l10n.t('Microphone Louder'), { type: 'volume', device: 'microphone', direction: 'up' }),
    whole(l10n.t('Microphone Softer'), { type: 'volume', device: 'microphone', direction: 'down' }),
    whole(l10n.t('Speaker Louder'), { type: 'volume', device: 'speaker', direction: 'up' }),
    whole(l10n.t('Speaker Softer'), { type: 'volume', device: 'speaker', direction: 'down' }),
    {
      type: 'account',
      title: l10n.t('Switch Account'),
      asksFor: 'account',
      actionWith: (number) => ({ type: 'account', number: Number(number) }),
    },
    whole(l10n.t('Start MicroSIP'), { type: 'start' }),
    whole(l10n.t('Start MicroSIP in the Tray'), { type: 'start', minimized: true }),
    whole(l10n.t('Hide MicroSIP in the Tray'), { type: 'minimize' }),
    whole(l10n.t('Exit MicroSIP'), { type: 'exit' }),
  ];
}
