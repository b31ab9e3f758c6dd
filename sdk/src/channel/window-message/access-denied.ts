import type { PhoneWindow } from '../../installation/windows-native/phone-windows.ts';
import { MicroSipError } from '../../microsip-error.ts';

/** The error of a phone that Windows does not let this user command. */
export function accessDenied({ processId }: PhoneWindow): MicroSipError {
  return new MicroSipError(
    'ACCESS_DENIED',
    `MicroSIP (process ${processId}) runs as administrator or as another user, so Windows lets no command through, ` +
      'and nothing was sent; end it and start it as yourself, or run this program as that one runs.',
  );
}
