import type { HookKey } from 'microsip-sdk/catalogue';
import type { PhoneThread } from 'microsip-sdk/phone-model';

/**
 * Who brought something about: `command` and `given` are what came from outside the phone, a command line or anything
 * else; the rest is the phone's doing.
 */
export type HappeningKind = 'command' | 'given' | 'phone' | 'call' | 'sip' | 'hook';

/** Something that happened, in words. Hostile text may stand in it. */
export interface Happening {
  readonly id: number;
  /** Milliseconds since the session began. */
  readonly at: number;
  readonly kind: HappeningKind;
  readonly text: string;
  /** Whether it is worth telling to who cannot see it. */
  readonly spoken: boolean;
}

/** A program that a hook started. */
export interface HookRun {
  readonly hook: number;
  readonly key: HookKey;
  /** Milliseconds since the session began. */
  readonly at: number;
  readonly file: string;
  /** All that it is given, as one text. Hostile text. */
  readonly params: string;
  /** What MicroSIP appended: the number of the far end. */
  readonly argument: string;
  /** Which part of MicroSIP stands still meanwhile. */
  readonly blocks: PhoneThread;
  /** When the program ended; nothing while it runs. */
  readonly endedAt: number | undefined;
}
