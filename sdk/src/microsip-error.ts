/** What went wrong, for programs. Each code has its section on the documentation's error page. */
export type MicroSipErrorCode =
  | 'TARGET_REFUSED'
  | 'INVALID_ARGUMENT'
  | 'NOT_INSTALLED'
  | 'NOT_RUNNING'
  | 'NOT_READY'
  | 'TIMEOUT'
  | 'CANCELLED'
  | 'UNSUPPORTED'
  | 'SETTINGS_BUSY'
  | 'SETTINGS_DAMAGED'
  | 'LAUNCH_FAILED'
  | 'ACCESS_DENIED'
  | 'DISPOSED'
  | 'INTERNAL';

/**
 * The one error class of the kit. `message` says what happened and what to do next; `code` is for programs.
 *
 * @example
 * ```ts
 * try {
 *   await phone.dial(input);
 * } catch (error) {
 *   if (error instanceof MicroSipError && error.code === 'TARGET_REFUSED') console.log(error.message);
 *   else throw error;
 * }
 * ```
 */
export class MicroSipError extends Error {
  override readonly name = 'MicroSipError';
  readonly code: MicroSipErrorCode;

  /**
   * A failure with its code.
   *
   * @param code - what went wrong, for programs
   * @param message - what happened and what to do next, for people
   * @param options - the error underneath, if there is one
   */
  constructor(code: MicroSipErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  /** The path of this code's section, below the documentation site's address. */
  get docsPath(): string {
    return `/reference/errors#${this.code.toLowerCase().replaceAll('_', '-')}`;
  }

  /** What `JSON.stringify` and the command's `--json` show. */
  toJSON(): { code: MicroSipErrorCode; message: string; docsPath: string } {
    return { code: this.code, message: this.message, docsPath: this.docsPath };
  }
}
