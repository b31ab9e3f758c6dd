import type { PhoneState } from 'microsip-sdk/phone-model';

/** One thing about the phone; `good` where it can be good or bad. */
export interface StatusLine {
  readonly text: string;
  readonly good?: boolean;
}

/** The phone in a few words: its registration, its window, and what is not as usual. */
export function statusLines(phone: PhoneState): readonly StatusLine[] {
  const { mainWindow, microphone, parked, speaker } = phone;
  return [
    registrationLine(phone),
    { text: mainWindow === 'shown' ? 'Window shown' : 'Window hidden in the tray' },
    ...(microphone.muted ? [{ text: 'Microphone muted' }] : []),
    ...(speaker.muted ? [{ text: 'Speaker muted' }] : []),
    ...(parked === null ? [] : [{ text: `Waits for the registration: ${parked}`, good: false }]),
  ];
}

function registrationLine({ registration, settings }: PhoneState): StatusLine {
  const account = settings.accounts[settings.accountId];
  if (account === undefined || account.domain === '') {
    return settings.enableLocalAccount
      ? { text: 'Calls without a server, by the local account' }
      : { text: 'No account', good: false };
  }
  const address = `${account.username}@${account.domain}`;
  if (registration.status === 200) return { text: `Registered as ${address}`, good: true };
  return registration.status === 0
    ? { text: `${address} is not registered yet`, good: false }
    : { text: `${address} is refused: ${String(registration.status)}`, good: false };
}

/** Why the phone stands still; nothing when it does not. */
export function standstillText(phone: PhoneState): string | undefined {
  if (phone.interface.waiting !== null) {
    return 'The windows of MicroSIP stand still until the program of the hook has ended, ten seconds at most.';
  }
  if (phone.sip.waiting !== null) {
    return 'The SIP stack of MicroSIP stands still until the program of the hook has ended, ten seconds at most.';
  }
  return undefined;
}
