import type { VerifiedVersion } from '../catalogue/version.ts';
import type { PhoneEffect } from './phone-effect.ts';
import type { PhoneInput } from './phone-input.ts';
import type { PhoneSettings } from './phone-settings.ts';
import type { PhoneState } from './phone-state.ts';

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
 * const { state, effects } = startPhone({ version: '3.22.16', settings, tail: '/minimized', at: Date.now() });
 * ```
 */
export function startPhone(start: PhoneStart): PhoneStarted {
  throw new Error(start.version);
}

/**
 * What the phone makes of something that happens to it. First whatever is due by `input.at` happens, in its order.
 * Inputs that do not fit, such as the answer to a call that is over, have no effect.
 *
 * @example
 * ```ts
 * const { state, effects } = advance(phone, { at: Date.now(), type: 'command-line', tail: '/answer' });
 * ```
 */
export function advance(state: PhoneState, input: PhoneInput): PhoneAdvanced {
  throw new Error(`${state.version}: ${input.type}`);
}

/** When the phone next does something by itself, in milliseconds since the epoch: time for a `time` input. */
export function nextDeadline(state: PhoneState): number | undefined {
  throw new Error(state.version);
}
