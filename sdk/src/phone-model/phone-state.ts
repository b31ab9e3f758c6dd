import type { VerifiedVersion } from '../catalogue/version.ts';
import type { PhoneCall } from './call/phone-call.ts';
import type { PhoneSettings } from './phone-settings.ts';
import type { InterfaceStep } from './threads/interface-step.ts';
import type { SipStep } from './threads/sip-step.ts';
import type { Thread } from './threads/thread.ts';

/** A phone between two inputs. Never changed in place, and nothing in it is lost as JSON. */
export interface PhoneState {
  readonly version: VerifiedVersion;
  readonly settings: PhoneSettings;
  /** `failed`: the SIP stack could not be created, and commands are lost (facts B, K.20). */
  readonly stack: 'running' | 'failed';
  /** The command line of the start, while it waits for the SIP stack; null when there is none to handle. */
  readonly pendingTail: string | null;
  /** Nothing happens any more once the process has ended. */
  readonly process: 'running' | 'ended';
  /** The time of the last input, in milliseconds since the epoch; it never runs backwards. */
  readonly at: number;
  /** Started by `/hidden`, up to 3.21.6 (facts A.2). */
  readonly hiddenMode: boolean;
  readonly mainWindow: 'shown' | 'hidden';
  /** So old a build that it says so whenever its window appears, since 3.22.16 (facts K.1). */
  readonly noticesAge: boolean;
  readonly registration: Registration;
  /** The one text that waits for the registration (facts A.6). */
  readonly parked: string | null;
  /** The in-memory password of `/password:` (facts A.4). */
  readonly overridePassword: string | null;
  /** In the order in which they began. */
  readonly calls: readonly PhoneCall[];
  /** The call in the selected tab, which hold, DTMF and transfer act on (facts K.16); null: none, or one that is over. */
  readonly selectedCallId: string | null;
  /** The Call-ID that was declined last; an INVITE with it is answered 487 (facts G). */
  readonly declinedCallId: string | null;
  /** `[Dialed]`, newest first. */
  readonly dialled: readonly string[];
  readonly microphone: DeviceState;
  readonly speaker: DeviceState;
  /** Digits of a `/dtmf:…?`, offered behind a "Send" button; further ones are ignored meanwhile (facts A.8). */
  readonly offeredDigits: string | null;
  /** Message boxes, the topmost last, and who waits until it is closed. */
  readonly messageBoxes: readonly MessageBox[];
  /** The one delayed automatic answer (facts G). */
  readonly delayedAnswer: CallTimer | null;
  /** The one delayed forwarding (facts G). */
  readonly delayedForwarding: CallTimer | null;
  /** When the ini is rewritten because of something done in a window (facts D.3). */
  readonly settingsSaveAt: number | null;
  readonly interface: Thread<InterfaceStep>;
  readonly sip: Thread<SipStep>;
  /** The number of the next hook run. */
  readonly nextHook: number;
  /** From which, with `nextCall`, the Call-IDs of outgoing calls are made. */
  readonly seed: number;
  readonly nextCall: number;
}

/** What a phone has when nothing is under way: no call, no message box, no timer, no work. */
export const atRest = {
  calls: [],
  selectedCallId: null,
  messageBoxes: [],
  delayedAnswer: null,
  delayedForwarding: null,
  settingsSaveAt: null,
  interface: { steps: [], waiting: null },
  sip: { steps: [], waiting: null },
} as const satisfies Partial<PhoneState>;

/** The registration of the active account. */
export interface Registration {
  /** Whether the account is in the SIP stack. */
  readonly added: boolean;
  /** Of the last answer; 0 before there is one. */
  readonly status: number;
}

/** Volume and mute of an audio device. */
export interface DeviceState {
  /** Percent. */
  readonly volume: number;
  readonly muted: boolean;
}

/** A message box that waits for a person. */
export interface MessageBox {
  readonly text: string;
  /** Who handed over the command that opened it, and waits until it is closed (facts A.6). */
  readonly sender: number | null;
}

/** Something is due for a call. */
export interface CallTimer {
  readonly callId: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}
