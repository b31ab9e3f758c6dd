import type { PhoneStatus } from 'microsip-sdk';

import type { Localization } from '../localization.ts';
import { holdMeaning } from './on-hold.ts';
import type { SensibleAction } from './sensible-actions.ts';

/** What a list calls an action, with its icon. */
export function actionLabel(
  action: SensibleAction,
  { calls }: Pick<PhoneStatus, 'calls'>,
  l10n: Localization,
): string {
  switch (action) {
    case 'dial':
      return `$(call-outgoing) ${l10n.t('Dial…')}`;
    case 'redial':
      return `$(redo) ${l10n.t('Redial')}`;
    case 'answer':
      return `$(call-incoming) ${l10n.t('Answer')}`;
    case 'reject':
      return `$(circle-slash) ${l10n.t('Reject')}`;
    case 'hangUp':
      return `$(debug-disconnect) ${l10n.t('Hang Up')}`;
    case 'holdOrResume':
      return holdLabel(holdMeaning(calls), l10n);
    case 'muteMicrophone':
      return `$(mute) ${l10n.t('Mute Microphone')}`;
    case 'unmuteMicrophone':
      return `$(mic) ${l10n.t('Unmute Microphone')}`;
    case 'transfer':
      return `$(export) ${l10n.t('Transfer…')}`;
    case 'sendDtmf':
      return `$(symbol-numeric) ${l10n.t('Send DTMF…')}`;
    case 'start':
      return `$(play) ${l10n.t('Start MicroSIP')}`;
    case 'exit':
      return `$(debug-stop) ${l10n.t('Exit MicroSIP')}`;
    case 'enableCallState':
      return `$(pulse) ${l10n.t('Enable Call State…')}`;
  }
}

function holdLabel(meaning: ReturnType<typeof holdMeaning>, l10n: Localization): string {
  switch (meaning) {
    case 'hold':
      return `$(debug-pause) ${l10n.t('Hold')}`;
    case 'resume':
      return `$(debug-continue) ${l10n.t('Resume')}`;
    case 'either':
      return `$(debug-pause) ${l10n.t('Hold or Resume')}`;
  }
}
