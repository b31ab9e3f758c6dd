import type { Limit, LimitId } from './limit.ts';
import { source } from './provenance.ts';

/**
 * The limits of MicroSIP.
 *
 * @example
 * ```ts
 * AbortSignal.timeout(limits.hookWait.value); // milliseconds
 * ```
 */
export const limits: Readonly<Record<LimitId, Limit>> = {
  hookValueCharacters: {
    value: 255,
    unit: 'characters',
    meaning: 'Longest value of a hook key. What is longer is cut off silently.',
    basis: 'verified',
    sources: [source('C.4')],
  },
  hookWait: {
    value: 10_000,
    unit: 'ms',
    meaning:
      'MicroSIP waits this long for a hook program, frozen; then it goes on and leaves the program running.',
    basis: 'verified',
    sources: [source('C.3', 'lib/MSIP.cpp: RunCmd')],
  },
  uriBytes: {
    value: 900,
    unit: 'bytes',
    meaning: 'Longest SIP address, as UTF-8. A longer one ends in a modal error.',
    basis: 'verified',
    sources: [source('A.7', 'lib/MSIP.cpp: msip_verify_sip_url')],
  },
  crashingUriCharacters: {
    value: 850,
    unit: 'characters',
    meaning:
      'From this length up to the limit of an address, numbers make the SIP library throw an exception that nobody catches.',
    basis: 'verified',
    sources: [source('N')],
  },
  safeTargetCharacters: {
    value: 256,
    unit: 'characters',
    meaning: 'Plenty for any real target, and far from the lengths at which the SIP library fails.',
    basis: 'inferred',
    sources: [source('N')],
  },
  launchSpacing: {
    value: 300,
    unit: 'ms',
    meaning:
      'Least distance between two starts of `microsip.exe`. Every start opens the ini; two at once lose commands.',
    basis: 'field',
    sources: [source('B.1'), source('L')],
  },
  reverseDnsWait: {
    value: 500,
    unit: 'ms',
    meaning: 'With `singleMode=0` and a remote contact that is an IP address the interface waits this long.',
    basis: 'verified',
    sources: [source('K.26'), source('B.2')],
  },
  dialedEntries: {
    value: 10,
    unit: 'entries',
    meaning: 'Numbers in `[Dialed]`.',
    basis: 'verified',
    sources: [source('D.7')],
  },
  shortcutEntries: {
    value: 8,
    unit: 'entries',
    meaning: 'Entries in `[Shortcuts]`.',
    basis: 'verified',
    sources: [source('D.7'), source('J')],
  },
  iniCallEntries: {
    value: 1000,
    unit: 'entries',
    meaning: 'Calls in the ring buffer of `[Calls]` (up to 3.22.3).',
    basis: 'verified',
    sources: [source('D.7'), source('F.1')],
  },
  databaseCallEntries: {
    value: 1000,
    unit: 'entries',
    meaning: 'About so many calls stay in `call_log.db`; older ones are removed at the start.',
    basis: 'verified',
    sources: [source('F.1', 'Data/CallsRepository.cpp')],
  },
  databaseBusyWait: {
    value: 5000,
    unit: 'ms',
    meaning: 'MicroSIP waits this long for a lock another process has on `call_log.db`.',
    basis: 'verified',
    sources: [source('F.1', 'Data/Database.cpp')],
  },
  settingCharacters: {
    value: 255,
    unit: 'characters',
    meaning: 'What is read of a value, where nothing else is said.',
    basis: 'verified',
    sources: [source('D.4')],
  },
  accountTextCharacters: {
    value: 1040,
    unit: 'characters',
    meaning: 'What is read of the texts of an account.',
    basis: 'verified',
    sources: [source('D.4')],
  },
  shortcutCharacters: {
    value: 1023,
    unit: 'characters',
    meaning: 'What is read of a shortcut.',
    basis: 'verified',
    sources: [source('D.4')],
  },
  inBandDtmfDigits: {
    value: 16,
    unit: 'digits',
    meaning: 'Digits per `/dtmf:` that are sent in-band or played locally.',
    basis: 'verified',
    sources: [source('A.8', 'Dialer.cpp: DTMF')],
  },
  dialledDtmfDelay: {
    value: 1000,
    unit: 'ms',
    meaning: 'From the answer to the first group of digits after a comma in a dialled number.',
    basis: 'verified',
    sources: [source('A.7', 'DTMFQueueTimerHandler')],
  },
  dialledDtmfGroupPause: {
    value: 1000,
    unit: 'ms',
    meaning:
      'From one comma-separated group of digits to the next, without the time for the digits themselves.',
    basis: 'verified',
    sources: [source('A.7', 'DTMFQueueTimerHandler')],
  },
  dialledDtmfDigitPause: {
    value: 200,
    unit: 'ms',
    meaning: 'Added to the pause after a group of digits for each of its digits.',
    basis: 'verified',
    sources: [source('A.7', 'DTMFQueueTimerHandler')],
  },
  volumeStep: {
    value: 5,
    unit: 'percent',
    meaning: 'What one volume command changes.',
    basis: 'verified',
    sources: [source('A.3', 'Dialer.cpp: OnBnClickedPlus…, OnBnClickedMinus…')],
  },
  pendingSaveDelay: {
    value: 5000,
    unit: 'ms',
    meaning: 'From an action in the window, such as moving it, to the rewrite of the settings.',
    basis: 'verified',
    sources: [source('D.3', 'AccountSettingsPendingSave')],
  },
  portKnockSpacing: {
    value: 200,
    unit: 'ms',
    meaning: 'Between two port knocks; MicroSIP is blocked meanwhile.',
    basis: 'verified',
    sources: [source('D.5', 'lib/MSIP.cpp: PortKnock')],
  },
  registerRefreshMinimum: {
    value: 10,
    unit: 's',
    meaning: 'Shortest `registerRefresh`.',
    basis: 'verified',
    sources: [source('D.6', 'settings.cpp: AccountLoad')],
  },
  directoryRefreshMinimum: {
    value: 60,
    unit: 's',
    meaning: 'Shortest interval a Cache-Control header can set for the users directory.',
    basis: 'verified',
    sources: [source('H')],
  },
  directoryRefreshMaximum: {
    value: 86_400,
    unit: 's',
    meaning: 'Longest interval a Cache-Control header can set for the users directory.',
    basis: 'verified',
    sources: [source('H')],
  },
  ageingNotice: {
    value: 547,
    unit: 'days',
    meaning: '3.22.16 shows a notice so many days after its build date.',
    basis: 'verified',
    sources: [source('K.1', 'microsip.cpp: InitInstance')],
  },
  ageingPermanentNotice: {
    value: 730,
    unit: 'days',
    meaning: '3.22.16 shows the notice every time its window is shown, so many days after its build date.',
    basis: 'verified',
    sources: [source('K.1', 'microsip.cpp: InitInstance')],
  },
  ageingRefusal: {
    value: 912,
    unit: 'days',
    meaning: '3.22.16 refuses to start so many days after its build date.',
    basis: 'verified',
    sources: [source('K.1', 'microsip.cpp: InitInstance')],
  },
};
