import type { VerifiedVersion } from '../catalogue/version.ts';
import { isAtHand, isLive, isRingingIn, type PhoneCall } from './call/phone-call.ts';
import type { CommandLineContext } from './command-line/command-line-context.ts';
import type { PhoneSettings } from './phone-settings.ts';
import type { PhoneState } from './phone-state.ts';

/** The calls that are not over, oldest first. */
export function callsOf(state: PhoneState): readonly PhoneCall[] {
  return state.calls.filter(isLive);
}

/** What the effect of a command line depends on, for `interpretCommandLine` and `explain`. */
export function commandLineContextOf(state: PhoneState): CommandLineContext {
  const { hiddenMode, registration, settings } = state;
  const selected = state.calls.find(({ callId }) => callId === state.selectedCallId);
  return {
    ...settingsContext(settings),
    version: state.version,
    running: true,
    firstRun: false,
    silent: settings.silent || hiddenMode,
    answerYes: true,
    stackReady: state.stack === 'running',
    registered: registration.status === 200,
    accountAdded: registration.added,
    calls: state.calls.filter((call) => isAtHand(call) && !isRingingIn(call)).length,
    ...(selected !== undefined && isAtHand(selected) && { selectedCall: addressOf(selected) }),
  };
}

/** What the effect of a command line depends on while no instance runs. */
export function startingContext(start: {
  readonly version: VerifiedVersion;
  readonly settings: PhoneSettings;
  readonly firstRun?: boolean;
  readonly answersYes?: boolean;
}): CommandLineContext {
  return {
    ...settingsContext(start.settings),
    version: start.version,
    running: false,
    firstRun: start.firstRun ?? false,
    silent: start.settings.silent,
    answerYes: start.answersYes ?? true,
    stackReady: true,
    registered: false,
    accountAdded: false,
    calls: 0,
  };
}

type SettingsContext = Pick<
  CommandLineContext,
  | 'minimized'
  | 'accountId'
  | 'accounts'
  | 'singleMode'
  | 'enableLocalAccount'
  | 'localDomain'
  | 'localTransport'
>;

/** The part of the context that comes from the ini. */
function settingsContext(settings: PhoneSettings): SettingsContext {
  return {
    minimized: settings.minimized,
    accountId: settings.accountId,
    accounts: new Map(Object.entries(settings.accounts).map(([id, account]) => [Number(id), account])),
    singleMode: settings.singleMode,
    enableLocalAccount: settings.enableLocalAccount,
    localDomain: settings.localAccount.domain,
    localTransport: settings.localAccount.transport,
  };
}

function addressOf(call: PhoneCall): string {
  const { domain, user } = call.remote;
  return user === '' ? domain : `${user}@${domain}`;
}
