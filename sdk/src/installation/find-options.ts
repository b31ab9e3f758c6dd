/** Limits of a search. */
export interface FindOptions {
  /** Ends the search early, with `CANCELLED`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until `TIMEOUT`; by default 20,000, as Windows' own programs may need seconds to start. */
  readonly timeoutMs?: number | undefined;
}
