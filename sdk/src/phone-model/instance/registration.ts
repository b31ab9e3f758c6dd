import { interpretParked } from '../command-line/dial-number.ts';
import { commandLineContextOf } from '../phone-selectors.ts';
import { activeAccount } from '../phone-settings.ts';
import { effectSteps } from '../threads/interface-step.ts';
import { change, continueWith, emit, post, type Turn } from '../turn.ts';

/** The account goes into the SIP stack and asks its registrar; what it answers comes as an input. */
export function register(turn: Turn, accountId: number): void {
  const settings = { ...turn.state.settings, accountId };
  change(turn, { settings, registration: { added: true, status: 0 } });
  emit(turn, { do: 'register', accountId });
}

/** The account leaves the SIP stack. */
export function unregister(turn: Turn): void {
  emit(turn, { do: 'unregister' });
  leaveRegistrar(turn);
}

/** Without the account in the stack nothing is registered. */
export function leaveRegistrar(turn: Turn): void {
  if (!turn.state.registration.added) return;
  change(turn, { registration: { added: false, status: 0 } });
  emit(turn, { do: 'unregistered', accountId: turn.state.settings.accountId });
}

/** The SIP stack is created anew, and the account added again (facts K.17). */
export function restartStack(turn: Turn): void {
  leaveRegistrar(turn);
  addActiveAccount(turn);
}

/** Adds the active account to a new SIP stack, if it loads and is not there yet. */
export function addActiveAccount(turn: Turn): void {
  const { registration, settings } = turn.state;
  const account = activeAccount(settings);
  if (registration.added || account === undefined || account.domain === '') return;
  register(turn, settings.accountId);
}

/** The registrar's answer reaches the SIP stack. */
export function takeRegistration(turn: Turn, status: number): void {
  if (!turn.state.registration.added) return;
  change(turn, { registration: { added: true, status } });
  emit(turn, { do: 'registered', accountId: turn.state.settings.accountId, status });
  post(turn, { step: 'registration', status });
}

/**
 * The windows hear of the registration: the parked text is dialled as soon as it stands, even if that is hours later
 * (facts A.6); a wrong password opens the account dialog, or a balloon where no window is open (facts K.19).
 */
export function noticeRegistration(turn: Turn, status: number): void {
  if (status === 200) dialParked(turn);
  else if (status === 401 || status === 403) {
    const visible = turn.state.mainWindow === 'shown';
    emit(turn, visible ? { do: 'openAccountDialog' } : { do: 'balloon', text: 'Registration failed' });
  }
}

function dialParked(turn: Turn): void {
  const { parked } = turn.state;
  if (parked === null || turn.state.registration.status !== 200) return;
  change(turn, { parked: null });
  continueWith(turn, ...effectSteps(interpretParked(commandLineContextOf(turn.state), parked)));
}
