/** Which of the calls a hang-up is for. */
export type HangupScope = 'all' | 'talking' | 'calling' | 'incoming';

/** What can be muted and made louder. */
export type AudioDevice = 'microphone' | 'speaker';

/**
 * One thing to ask of the phone, as data: what the methods of {@link MicroSip} are made of, and what
 * {@link planAction} turns into command lines.
 *
 * @example
 * ```ts
 * const action: PhoneAction = { type: 'transfer', target: '102' };
 * await phone.perform(action);
 * ```
 */
export type PhoneAction =
  /** Places a call. `target` is a dial string as people write it. */
  | { readonly type: 'dial'; readonly target: string }
  /** Ends calls; without a scope every call of yours, which leaves ringing incoming ones ringing. */
  | { readonly type: 'hangup'; readonly scope?: HangupScope | undefined }
  /** Answers the first ringing incoming call. */
  | { readonly type: 'answer' }
  /** Refuses every ringing incoming call. */
  | { readonly type: 'reject' }
  /** Transfers the call in the selected tab, without asking the other side (blind). */
  | { readonly type: 'transfer'; readonly target: string }
  /** Sends DTMF digits in the call in the selected tab. */
  | { readonly type: 'dtmf'; readonly digits: string }
  /** Holds the call in the selected tab, or takes it back. */
  | { readonly type: 'hold' }
  /** Mutes a device; with `on: false` takes it back. Not in MicroSIP 3.20.5, which only has a toggle. */
  | { readonly type: 'mute'; readonly device: AudioDevice; readonly on: boolean }
  /** One step of 5 out of 100. */
  | { readonly type: 'volume'; readonly device: AudioDevice; readonly direction: 'up' | 'down' }
  /** Makes `[AccountN]` the active account. */
  | { readonly type: 'account'; readonly number: number }
  /** Starts the program, or shows its window. */
  | { readonly type: 'start'; readonly minimized?: boolean | undefined }
  /** Hides the window in the tray. */
  | { readonly type: 'minimize' }
  /** Ends the program, and with it every call. */
  | { readonly type: 'exit' };
