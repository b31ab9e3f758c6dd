import type { IniEncoding } from './ini-encoding.ts';

/** How settings are changed. */
export interface ChangeOptions {
  /**
   * What to do while the phone runs, which writes its own settings over every change when it ends (facts D.3): wait
   * until no call is up, end it, change, and start it again. Without this, `SETTINGS_BUSY`.
   */
  readonly restart?: boolean | undefined;
  /**
   * With `restart`: restart a phone that runs also where the settings are as wanted already, for one that was started
   * before they were.
   */
  readonly evenUnchanged?: boolean | undefined;
  /**
   * With `restart`: end the phone also where nothing tells whether a call is up, which its end would cut off; you see
   * to it that none is. A call that is known of is waited for all the same. Without this, `SETTINGS_BUSY`.
   */
  readonly assumeIdle?: boolean | undefined;
  /**
   * Change also where it cannot be found out whether the phone runs; you see to it that it does not. Without this,
   * `SETTINGS_BUSY`.
   */
  readonly assumeClosed?: boolean | undefined;
  /** Gives up early with `CANCELLED`; a phone that was ended is started again all the same. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until `TIMEOUT`, waiting for calls to end included; 60,000 if not given. */
  readonly timeoutMs?: number | undefined;
  /** Told what is waited for now; most steps are over at once. */
  readonly onProgress?: ((step: ChangeStep) => void) | undefined;
}

/**
 * What a change waits for: other changes, whether the phone runs, the end of calls, the end of the phone, and its new
 * start. From `ending-phone` on the phone may be closed.
 */
export type ChangeStep =
  'waiting-for-changes' | 'looking-for-phone' | 'waiting-for-calls' | 'ending-phone' | 'starting-phone';

/** Which state of the settings to go back to. */
export interface UndoOptions extends ChangeOptions {
  /** The path of a backup; without it, the newest that differs from the settings as they are. */
  readonly backup?: string | undefined;
}

/** What became of a change. */
export interface SettingsChange {
  /** `false` when the settings were already so; nothing was written then. */
  readonly changed: boolean;
  /** The settings as they were before: the path of a copy, which is as private as they are. */
  readonly backup?: string;
  /** Whether the phone was ended and started again. */
  readonly restarted: boolean;
  /** The encoding that the file had, when it was rewritten as UTF-16, which alone MicroSIP takes as it is (facts D.2). */
  readonly convertedFrom?: IniEncoding;
}

/** A copy of the settings as they were before a change. */
export interface SettingsBackup {
  readonly path: string;
  /** ISO 8601 time of the change. */
  readonly at: string;
  /** `false` when there was no file before the change. */
  readonly hadFile: boolean;
}
