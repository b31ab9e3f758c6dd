/** What was seen of the phone's process. */
export type ProcessSighting =
  | {
      readonly running: true;
      readonly processId: number;
      /** When it began, as an ISO 8601 time, where that is known. */
      readonly startedAt?: string;
    }
  | { readonly running: false };

/** Looks after the process of one phone. */
export interface ProcessWatch {
  /**
   * What is so now; `unknown` where that cannot be found out.
   *
   * @param details - looks for the time of its start as well, which takes longer on Windows
   */
  find(signal: AbortSignal, details?: boolean): Promise<ProcessSighting | 'unknown'>;
  /** What is so now, and then each time that the phone ends or is there again, until the signal is aborted. */
  observe(signal: AbortSignal): AsyncGenerator<ProcessSighting, void, void>;
}
