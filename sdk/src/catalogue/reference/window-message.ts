/** How a command line reaches the running instance without a second process (facts B). */
export const windowMessage = {
  /** Class of the main window; no other window of MicroSIP has it. */
  windowClass: 'MicroSIP',
  message: 'WM_COPYDATA',
  /** `dwData` of a command that is carried out inside the message. */
  synchronous: 1,
  /** `dwData` of a command that is copied and posted. */
  asynchronous: 2,
  encoding: 'utf-16le',
  /** The receiver reads up to the closing zero, whatever `cbData` says. */
  zeroTerminated: true,
  /** Taken. Whether anything came of it is not said. */
  accepted: 0,
  /** The SIP stack does not run: the command is lost. Also the answer to any other `dwData`. */
  refused: 1,
} as const;
