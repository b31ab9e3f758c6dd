import { interpretPassedOn } from '../command-line/running-instance.ts';
import { commandLineContextOf } from '../phone-selectors.ts';
import { effectSteps } from '../threads/interface-step.ts';
import { change, continueWith, emit, type Turn } from '../turn.ts';
import { addActiveAccount } from './registration.ts';

/**
 * The SIP stack stands: the command line of the start is handled before the account is added (facts A.1), so that a
 * number in it is parked.
 *
 * @param tail null when the start was asked for nothing else.
 */
export function begin(turn: Turn, tail: string | null): void {
  const effects = tail === null ? [] : interpretPassedOn(commandLineContextOf(turn.state), tail);
  continueWith(turn, ...effectSteps(effects), { step: 'add-account' });
}

/** Adds the account, unless the command line has done so; without one to add, the account dialog opens (facts K.19). */
export function addAccount(turn: Turn): void {
  addActiveAccount(turn);
  const { mainWindow, registration, settings } = turn.state;
  if (!registration.added && settings.accountId !== 0 && mainWindow === 'shown') {
    emit(turn, { do: 'openAccountDialog' });
  }
}

/** What the message box says that asks whether to try the SIP stack again (facts K.20). */
export const stackFailure = 'The SIP stack could not be created';

/** The SIP stack that could not be created runs after all (facts K.20). */
export function stackStarted(turn: Turn): void {
  if (turn.state.stack === 'running') return;
  const messageBoxes = turn.state.messageBoxes.filter(({ text }) => text !== stackFailure);
  change(turn, { stack: 'running', messageBoxes });
  continueWith(turn, { step: 'start', tail: turn.state.pendingTail });
}
