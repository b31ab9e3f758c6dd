/** A process of this system with the command line it was started with. */
export interface StartedProcess {
  readonly processId: number;
  readonly args: readonly string[];
  /** Unix milliseconds. */
  readonly startedAt?: number;
  /** The folder of the prefix that a program of Wine runs in, where that is known. */
  readonly prefix?: string;
}
