import type { TargetCheck } from 'microsip-sdk/target';

import type { Localization } from '../localization.ts';
import { remoteText } from '../remote-text.ts';
import { dialledText } from './dialled-text.ts';

/** What the tooltip of a link says: what it dials, or why it does not. */
export function linkTitle(check: TargetCheck, l10n: Localization): string {
  return check.ok
    ? l10n.t('Dial {0} with MicroSIP', remoteText(dialledText(check.target)))
    : check.error.message;
}
