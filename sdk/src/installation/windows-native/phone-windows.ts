/** The main window of a MicroSIP (facts B). */
export interface PhoneWindow {
  /** The window's handle. */
  readonly handle: bigint;
  readonly processId: number;
  /** The full path of its program; nothing where Windows does not even tell this. */
  readonly executable: string | undefined;
  /** When its process started, in Unix milliseconds, where that is known. */
  readonly startedAt: number | undefined;
  /**
   * Whether programs of this user may look into its process. They may not when it runs elevated or belongs to somebody
   * else; MicroSIP's own second start does not find such a phone and becomes another one (facts B).
   */
  readonly accessible: boolean;
}

/** What became of a message to a window. */
export type MessageOutcome =
  /** It was taken, and this is what the window said. */
  | { readonly outcome: 'answered'; readonly answer: number }
  /** No answer in time; whether it was or will be taken is not known. */
  | { readonly outcome: 'no-answer' }
  /** The window is gone; nothing was taken. */
  | { readonly outcome: 'gone' }
  /** Windows does not let this user send to the window: it runs elevated (facts B). Nothing was taken. */
  | { readonly outcome: 'denied' };

/** The windows of the phones in this Windows session. */
export interface PhoneWindows {
  /**
   * The main windows of one program, as MicroSIP's own second start looks for them: by class, owner and path (facts B),
   * the topmost first. Behind them come windows of the class whose program Windows does not tell.
   *
   * @param executable - left out, the windows of every phone
   */
  find(executable?: string): readonly PhoneWindow[];
  /** Asks whether the window's thread takes messages, which does nothing to the phone; waits for so many milliseconds. */
  probe(window: PhoneWindow, timeoutMs: number): Promise<MessageOutcome>;
  /** Sends a command line as `WM_COPYDATA`, `dwData` 2, which the phone takes at once (facts B). */
  sendCommandLine(window: PhoneWindow, tail: string, timeoutMs: number): Promise<MessageOutcome>;
}
