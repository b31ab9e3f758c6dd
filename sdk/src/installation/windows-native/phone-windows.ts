/** The main window of a MicroSIP (facts B). */
export interface PhoneWindow {
  /** The window's handle. */
  readonly handle: bigint;
  readonly processId: number;
  /** The full path of its program; nothing where Windows does not let this user look, as for one that runs elevated. */
  readonly executable: string | undefined;
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
   * The main windows of one program, as MicroSIP's own second start looks for them: by class, owner and path (facts B).
   * Windows that cannot be looked into count when they have the class, with `executable` left out.
   */
  find(executable: string): readonly PhoneWindow[];
  /** Whether the window's thread answers messages within a time limit, in milliseconds. */
  responds(window: PhoneWindow, timeoutMs: number): Promise<boolean>;
  /** Sends a command line as `WM_COPYDATA`, `dwData` 2, which the phone takes at once (facts B). */
  sendCommandLine(window: PhoneWindow, tail: string, timeoutMs: number): Promise<MessageOutcome>;
}
