/** Ends a subscription. */
export interface Subscription {
  dispose(): void;
}

/** Hands values to those who listen, in the order in which they began to. */
export class Emitter<Value> {
  readonly #listeners = new Set<(value: Value) => void>();

  /** Calls the listener for each value from now on. */
  on(listener: (value: Value) => void): Subscription {
    // The same function may listen twice, and each subscription ends by itself.
    const own = (value: Value): void => {
      listener(value);
    };
    this.#listeners.add(own);
    return {
      dispose: () => {
        this.#listeners.delete(own);
      },
    };
  }

  /** Hands a value to all who listen now. */
  emit(value: Value): void {
    for (const listener of [...this.#listeners]) listener(value);
  }
}

/**
 * Everything an emitter emits from now on, until `over` settles or the signal says so.
 *
 * @param over - never rejects
 */
export async function* valuesOf<Value>(
  emitter: Emitter<Value>,
  over: Promise<void>,
  signal?: AbortSignal,
): AsyncGenerator<Value, void, void> {
  const waiting: Value[] = [];
  let finished = signal?.aborted === true;
  let wake: () => void = () => undefined;
  const finish = (): void => {
    finished = true;
    wake();
  };
  const subscription = emitter.on((value) => {
    waiting.push(value);
    wake();
  });
  signal?.addEventListener('abort', finish, { once: true });
  void over.then(finish);
  try {
    for (;;) {
      const value = waiting.shift();
      if (value !== undefined) yield value;
      else if (isFinished()) return;
      else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal?.removeEventListener('abort', finish);
    subscription.dispose();
  }

  function isFinished(): boolean {
    return finished;
  }
}
