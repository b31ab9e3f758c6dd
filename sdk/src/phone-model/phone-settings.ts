import type { HookKey } from '../catalogue/hook.ts';
import type { DiallingAccount } from './command-line/command-line-context.ts';

/** An account of the phone, `[AccountN]`, as far as the model meets it (facts D.6). */
export interface PhoneAccount extends DiallingAccount {
  readonly label: string;
  /**
   * As stored: clear text, or the cipher MicroSIP makes of it when it next starts. The key of that cipher is not public,
   * so the model neither decrypts nor encrypts (facts D.4).
   */
  readonly password: string;
}

/** `autoAnswer` (facts G): never, as the AA button says, when the INVITE asks for it, always. */
export type AutoAnswerMode = '' | 'button' | 'header' | 'all';

/** `denyIncoming` (facts G). 3.20.5 writes `remotedomain` as `rdomain` and `userdomain` as `address` (inferred). */
export type DenyIncomingMode = '' | 'button' | 'user' | 'domain' | 'userdomain' | 'remotedomain' | 'all';

/** What MicroSIP holds in memory of its ini, as far as its behaviour depends on it (facts D.5). */
export interface PhoneSettings {
  /** The active account; 0 is the local one. */
  readonly accountId: number;
  readonly enableLocalAccount: boolean;
  /** `[Account1]`, `[Account2]` … by number, those included that do not load. */
  readonly accounts: Readonly<Record<string, PhoneAccount>>;
  /** `[Account0]`; without a domain unless it was given one. */
  readonly localAccount: PhoneAccount;

  /** The values of the hook keys as the profile functions return them: unquoted and at most 255 characters. */
  readonly hooks: Readonly<Record<HookKey, string>>;

  readonly singleMode: boolean;
  /** Start hidden; 3.20.5 does not know it. */
  readonly minimized: boolean;
  /** No window is activated; up to 3.21.6. */
  readonly silent: boolean;
  readonly enableLog: boolean;
  /** Local tones, and the beep before an automatic answer. */
  readonly localDTMF: boolean;
  /** How digits are sent: 1 in-band, 2 RFC 2833, 3 SIP INFO, all else as the far end likes it (facts A.8). */
  readonly DTMFMethod: '' | '0' | '1' | '2' | '3';

  readonly autoAnswer: AutoAnswerMode;
  /** The AA button. */
  readonly AA: boolean;
  /** Seconds. */
  readonly autoAnswerDelay: number;
  /** Only these callers; empty means all. */
  readonly autoAnswerNumber: string;
  /** Whether other calls stand in the way; since 3.22.3. */
  readonly autoAnswerCalls: '' | 'hold' | 'all';

  readonly denyIncoming: DenyIncomingMode;
  /** The DND button. */
  readonly DND: boolean;

  /** Call forwarding; 3.20.5 has none. */
  readonly forwarding: '' | 'button' | 'all';
  /** The FWD button. */
  readonly FWD: boolean;
  readonly forwardingNumber: string;
  /** Seconds. */
  readonly forwardingDelay: number;

  readonly callWaiting: boolean;
  /** 0 is no limit. */
  readonly maxConcurrentCalls: number;
  /** Seconds; 0 is never. */
  readonly autoHangUpTime: number;

  /** New calls join a conference instead of putting the others on hold (inferred: the facts only name the key). */
  readonly AC: boolean;

  /** Blind transfer by DTMF; 3.20.5 has none. */
  readonly enableFeatureCodeBT: boolean;
  readonly featureCodeBT: string;

  /** Percent. */
  readonly volumeOutput: number;
  readonly volumeInput: number;
  readonly lastCallNumber: string;
  readonly lastCallHasVideo: boolean;

  /** The other keys MicroSIP rewrites; the model carries them along. */
  readonly others: Readonly<Record<string, string>>;
}

/** The section of the active account, whether it loads or not; nothing when the local account is active. */
export function activeAccount(settings: PhoneSettings): PhoneAccount | undefined {
  return settings.accountId === 0 ? undefined : settings.accounts[settings.accountId];
}
