/** What a generator yielded so far, while it goes on. */
export interface Observations<Item> extends AsyncDisposable {
  readonly items: readonly Item[];
  /** Rejects with what the generator threw. */
  readonly done: Promise<void>;
}

/** Takes everything from a generator as it comes; the end of the `await using` block ends it. */
export function observations<Item>(
  start: (signal: AbortSignal) => AsyncIterable<Item>,
): Observations<Item> & { stop(): Promise<void> } {
  const ending = new AbortController();
  const items: Item[] = [];
  const done = (async () => {
    for await (const item of start(ending.signal)) items.push(item);
  })();
  const stop = async (): Promise<void> => {
    ending.abort();
    await done;
  };
  return { items, done, stop, [Symbol.asyncDispose]: stop };
}
