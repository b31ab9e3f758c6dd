import type { Localization } from '../localization.ts';
import { isCallStateOff, type SeenPhone } from '../phone/seen-phone.ts';

/** What the phone as a whole does, in words. */
export function phoneWords(seen: SeenPhone, l10n: Localization): string {
  const { phone, registration } = seen.status;
  switch (phone) {
    case 'not-installed':
      return l10n.t('not found on this computer');
    case 'not-running':
      return l10n.t('not running');
    case 'unregistered':
      if (registration?.state !== 'refused') return l10n.t('not registered');
      return registration.status === undefined
        ? l10n.t('registration refused')
        : l10n.t('registration refused ({0})', registration.status);
    case 'idle':
      return l10n.t('no call');
    case 'in-call':
      return l10n.t('in a call');
    case 'unknown':
      if (seen.trouble !== undefined) return l10n.t('cannot be watched ({0})', seen.trouble);
      return isCallStateOff(seen) ? l10n.t('call state is off') : l10n.t('state not known yet');
  }
}
