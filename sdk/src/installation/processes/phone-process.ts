/** A process that runs the program of a phone. */
export interface PhoneProcess {
  /** On Windows and under WSL that of Windows, else that of this system. */
  readonly processId: number;
  /** The full path of its program as Windows names it, where that is known. */
  readonly executable?: string;
  /** When it started, in Unix milliseconds, where that is known. */
  readonly startedAt?: number;
  /**
   * Whether programs of this user may look into it, where that is known. They may not when it runs elevated or belongs
   * to somebody else; MicroSIP's own second start does not find such a phone either and becomes another one (facts B).
   */
  readonly accessible?: boolean;
}
