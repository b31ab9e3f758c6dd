/**
 * What other extensions can ask of MicroSIP DevKit. This file needs nothing but VS Code's own types: copy it beside your
 * source.
 *
 * ```ts
 * import * as vscode from 'vscode';
 * import type { MicroSipExtension } from './microsip-api';
 *
 * const devkit = vscode.extensions.getExtension<MicroSipExtension>('microsip-devkit.microsip-devkit');
 * const phone = (await devkit?.activate())?.getApi(1);
 * await phone?.dial('+1 415 555 2671');
 * ```
 *
 * An extension that cannot do without it names `microsip-devkit.microsip-devkit` among its `extensionDependencies`.
 *
 * @packageDocumentation
 */
import type { Event } from 'vscode';

/** What the extension exports. */
export interface MicroSipExtension {
  /**
   * The API in the version that the caller was written for. A version only ever grows; what would break a caller
   * becomes the next one.
   *
   * @throws RangeError for a version that this extension does not have
   */
  getApi(version: 1): MicroSipApi;
}

/** The phone that the user's settings name. */
export interface MicroSipApi {
  /**
   * What the phone does now, as far as it is known; `unknown` until the first look. Changing the object changes nothing.
   * Numbers, addresses and names in it come from far ends: show them as text, never as Markdown, HTML or an icon.
   */
  readonly status: PhoneStatus;

  /** The phone, its registration or a call changed. */
  readonly onDidChangeStatus: Event<PhoneStatus>;

  /**
   * Dials, and starts the phone where it does not run. The user is not asked: let the user see the number before, unless
   * it is the user's own word.
   *
   * @param target - as people write it: `+1 (415) 555-2671`, `tel:+49-30-123`, `sip:bob@example.com`, `101`
   * @returns when the command was delivered. Whether anyone answers, {@link onDidChangeStatus} tells
   * @throws MicroSipFailure `TARGET_REFUSED` where MicroSIP would do anything but dial what is meant
   */
  dial(target: string, options?: CommandOptions): Promise<void>;

  /**
   * Hangs up. MicroSIP cannot end one call among several.
   *
   * @param options - which calls: `talking`, unless it says otherwise
   */
  hangUp(options?: HangUpOptions): Promise<void>;

  /** Answers the call that rang in first. */
  answer(options?: CommandOptions): Promise<void>;

  /** Rejects every call that rings in. */
  reject(options?: CommandOptions): Promise<void>;

  /**
   * Transfers the call that is selected in MicroSIP, without asking the other side first.
   *
   * @throws MicroSipFailure `TARGET_REFUSED` as {@link dial}
   */
  transfer(target: string, options?: CommandOptions): Promise<void>;

  /**
   * Sends DTMF digits in the call that is selected in MicroSIP.
   *
   * @param digits - `0`-`9`, `*`, `#`, `A`-`D`
   * @throws MicroSipFailure `INVALID_ARGUMENT` for anything else
   */
  sendDtmf(digits: string, options?: CommandOptions): Promise<void>;

  /** Holds the call that is selected in MicroSIP, or takes it back; MicroSIP has only a toggle. */
  holdOrResume(options?: CommandOptions): Promise<void>;
}

/** Limits of one command, which has a time limit of its own. */
export interface CommandOptions {
  /** Ends the wait; what was not delivered before is not delivered any more. */
  readonly signal?: AbortSignal | undefined;
}

/** Which calls to end, and limits. */
export interface HangUpOptions extends CommandOptions {
  /**
   * `talking`: every call but those that ring in. `calling`: those that nobody answered yet. `incoming`: those that ring
   * in. `all`: every one.
   */
  readonly scope?: 'talking' | 'calling' | 'incoming' | 'all' | undefined;
}

/** What is known of the phone. */
export interface PhoneStatus {
  readonly phone: 'not-installed' | 'not-running' | 'unregistered' | 'idle' | 'in-call' | 'unknown';
  /** The calls there are. */
  readonly calls: readonly Call[];
  /** The call that ended last. */
  readonly lastCall?: Call;
  readonly registration?: {
    readonly state: 'registered' | 'refused' | 'unregistered';
    /** Such as `sip:101@pbx.example`. */
    readonly account?: string;
    /** The SIP status code of the registrar's answer. */
    readonly status?: number;
  };
}

/** One call. What is not known is left out. */
export interface Call {
  /** Tells calls apart. */
  readonly callId: string;
  readonly direction: 'outgoing' | 'incoming';
  readonly state: 'calling' | 'ringing' | 'incoming' | 'active' | 'held' | 'ended';
  /** The user part of the other side's address. */
  readonly number?: string;
  /** The other side's address. */
  readonly uri?: string;
  /** What the other side likes to be called. */
  readonly name?: string;
  /** ISO 8601 time at which the call was first seen. */
  readonly since: string;
  /** ISO 8601 time. */
  readonly answeredAt?: string;
  /** ISO 8601 time; only with `ended`. */
  readonly endedAt?: string;
  /** Only with `ended`. */
  readonly reason?: 'hung-up' | 'busy' | 'declined' | 'cancelled' | 'missed' | 'failed' | 'unknown';
  /** Only with `ended`: the SIP status code. */
  readonly status?: number;
}

/** What every command fails with. */
export interface MicroSipFailure extends Error {
  /**
   * Among others `TARGET_REFUSED`, `INVALID_ARGUMENT`, `NOT_INSTALLED`, `NOT_RUNNING`, `UNSUPPORTED` (by this version of
   * MicroSIP), `TIMEOUT` and `CANCELLED`.
   */
  readonly code: string;
}
