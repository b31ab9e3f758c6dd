import type { VerifiedVersion } from '../catalogue/version.ts';
import { startingProcess } from './command-line/starting-process.ts';
import { endHook } from './hooks/end-hook.ts';
import { applyCommandEffect } from './instance/apply-command-effect.ts';
import { buildAge } from './instance/build-age.ts';
import { takeEditedAccounts } from './instance/edited-accounts.ts';
import { ageNotice } from './instance/main-window.ts';
import { openMessageBox } from './instance/message-box.ts';
import { stackFailure, stackStarted } from './instance/start.ts';
import { takeCommandLine } from './instance/take-command-line.ts';
import type { PhoneEffect } from './phone-effect.ts';
import type { PhoneEvent, PhoneInput } from './phone-input.ts';
import { startingContext } from './phone-selectors.ts';
import type { PhoneSettings } from './phone-settings.ts';
import { atRest, type PhoneState } from './phone-state.ts';
import { nextDeadline, takeDue } from './threads/deadlines.ts';
import { runThreads } from './threads/run-threads.ts';
import { change, continueWith, post, postToSip, type Turn } from './turn.ts';

export { nextDeadline } from './threads/deadlines.ts';

/** How MicroSIP is started while no instance of it runs. */
export interface PhoneStart {
  readonly version: VerifiedVersion;
  readonly settings: PhoneSettings;
  /** The raw command line; empty for a start without one. */
  readonly tail?: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whether the ini file is new. */
  readonly firstRun?: boolean;
  /** `[Dialed]`, newest first. */
  readonly dialled?: readonly string[];
  /** Whether the SIP stack can be created; if not, a message box waits, and commands are lost (facts K.20). */
  readonly stack?: PhoneState['stack'];
  /** Makes the Call-IDs of this run differ from those of others. */
  readonly seed?: number;
  /** Whether the user answers questions with yes. */
  readonly answersYes?: boolean;
  /** Whether 3.22.16 may refuse to start because its build is too old (facts K.1); without it, it may. */
  readonly ageMatters?: boolean;
}

/** What became of a start. */
export interface PhoneStarted {
  /** Nothing when the process ended without becoming a phone, as with `/exit`. */
  readonly state: PhoneState | undefined;
  readonly effects: readonly PhoneEffect[];
}

/** What became of an input. */
export interface PhoneAdvanced {
  readonly state: PhoneState;
  readonly effects: readonly PhoneEffect[];
}

/**
 * Starts MicroSIP where no instance of it runs (facts A.2).
 *
 * @example
 * ```ts
 * const settings = phoneSettingsFrom(() => undefined, '3.22.16');
 * const { state, effects } = startPhone({ version: '3.22.16', settings, tail: '/minimized', at: Date.now() });
 * ```
 */
export function startPhone(start: PhoneStart): PhoneStarted {
  const { at, tail = '', version } = start;
  const outcome = startingProcess(startingContext(start), tail);
  if (outcome.outcome !== 'starts') {
    return { state: undefined, effects: outcome.outcome === 'ends' ? outcome.effects : [] };
  }
  const age = start.ageMatters === false ? 'fresh' : buildAge(version, at);
  if (age === 'refuses') return { state: undefined, effects: [{ do: 'openWebSite' }] };

  const turn: Turn = { state: newPhone(start), effects: [], at };
  applyCommandEffect(turn, outcome.start, null);
  change(turn, {
    hiddenMode: outcome.start.hiddenMode ?? false,
    noticesAge: age === 'notice-at-every-show',
  });
  if (age !== 'fresh') openMessageBox(turn, ageNotice, null);
  const pendingTail = outcome.handlesTail ? tail : null;
  if (turn.state.stack === 'running') {
    continueWith(turn, { step: 'start', tail: pendingTail });
  } else {
    change(turn, { pendingTail });
    openMessageBox(turn, stackFailure, null);
  }
  runThreads(turn);
  return { state: turn.state, effects: turn.effects };
}

/**
 * What the phone makes of something that happens to it. First whatever is due by `input.at` happens, each at its own
 * time. Inputs that do not fit, such as the answer to a call that is over, have no effect; nor has anything once the
 * process has ended.
 *
 * @example
 * ```ts
 * const settings = phoneSettingsFrom(() => undefined, '3.22.16');
 * const { state } = startPhone({ version: '3.22.16', settings, at: 0 });
 * if (state === undefined) throw new Error('It ended at once.');
 * const { effects } = advance(state, { at: Date.now(), type: 'command-line', tail: '/answer' });
 * ```
 */
export function advance(state: PhoneState, input: PhoneInput): PhoneAdvanced {
  const effects: PhoneEffect[] = [];
  const at = Math.max(state.at, input.at);
  let latest = state;
  for (;;) {
    const deadline = latest.process === 'running' ? nextDeadline(latest) : undefined;
    if (deadline === undefined || deadline > at) break;
    const turn: Turn = { state: latest, effects, at: Math.max(latest.at, deadline) };
    takeDue(turn);
    runThreads(turn);
    latest = { ...turn.state, at: turn.at };
  }
  if (latest.process === 'ended') return { state: latest, effects };
  const turn: Turn = { state: { ...latest, at }, effects, at };
  takeInput(turn, input);
  runThreads(turn);
  return { state: turn.state, effects };
}

function takeInput(turn: Turn, input: PhoneEvent): void {
  switch (input.type) {
    case 'time':
      break;
    case 'command-line':
      takeCommandLine(turn, input);
      break;
    case 'hook-ended':
      endHook(turn, input.hook);
      break;
    case 'registration-answered':
      postToSip(turn, { step: 'registration', status: input.status });
      break;
    case 'accounts-edited':
      takeEditedAccounts(turn, input.accounts);
      break;
    case 'stack-started':
      stackStarted(turn);
      break;
    case 'incoming-call':
    case 'far-end-ringing':
    case 'far-end-answered':
    case 'far-end-refused':
    case 'far-end-hung-up':
    case 'far-end-held':
    case 'transfer-answered':
      postToSip(turn, { step: 'far-end', input });
      break;
    default:
      post(turn, { step: 'user', input });
  }
}

function newPhone({
  at,
  dialled = [],
  seed = 0,
  settings,
  stack = 'running',
  version,
}: PhoneStart): PhoneState {
  return {
    ...atRest,
    version,
    settings,
    stack,
    pendingTail: null,
    process: 'running',
    at,
    hiddenMode: false,
    mainWindow: 'hidden',
    noticesAge: false,
    registration: { added: false, status: 0 },
    parked: null,
    overridePassword: null,
    declinedCallId: null,
    dialled,
    microphone: { volume: settings.volumeInput, muted: false },
    speaker: { volume: settings.volumeOutput, muted: false },
    offeredDigits: null,
    nextHook: 1,
    seed,
    nextCall: 1,
  };
}
