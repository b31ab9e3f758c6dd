import type { PhoneState } from 'microsip-sdk/phone-model';

import type { Happening, HookRun } from './happening.ts';
import type { PlaygroundSettings } from './playground-settings.ts';

/** A session at one moment. Never changed in place; what did not change is the same object as before. */
export interface SessionSnapshot {
  readonly settings: PlaygroundSettings;
  /** Milliseconds since the session began. */
  readonly elapsed: number;
  /** Nothing while MicroSIP does not run. */
  readonly phone: PhoneState | undefined;
  /** What happened, oldest first; the oldest of very many are forgotten. */
  readonly happenings: readonly Happening[];
  readonly hookRuns: readonly HookRun[];
  /** The log, a line or a whole SIP message at a time. */
  readonly log: readonly string[];
  /** When something happens next by itself, in milliseconds since the session began. */
  readonly nextAt: number | undefined;
  /** What came of the last thing that was done, for who cannot see it. */
  readonly announcement: string;
}
