import type { CallState } from 'microsip-sdk';

import type { Localization } from '../localization.ts';
import { farEndOf } from '../remote-text.ts';

/**
 * What a call does, with whom.
 *
 * @param farEnd - the other side; its number, if not given
 */
export function callWords(
  call: CallState,
  l10n: Localization,
  farEnd = farEndOf(call) ?? l10n.t('unknown'),
): string {
  switch (call.state) {
    case 'calling':
      return l10n.t('Calling {0}', farEnd);
    case 'ringing':
      return l10n.t('Ringing {0}', farEnd);
    case 'incoming':
      return l10n.t('Call from {0}', farEnd);
    case 'active':
      return l10n.t('In call with {0}', farEnd);
    case 'held':
      return call.heldBy === 'remote' ? l10n.t('Held by {0}', farEnd) : l10n.t('On hold: {0}', farEnd);
    case 'ended':
      return l10n.t('Ended: {0}', farEnd);
  }
}
