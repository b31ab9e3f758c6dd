/** Something that is ended by disposing of it: VS Code's `Disposable`, and what a `using` block takes. */
export interface Subscription extends Disposable {
  /** Ends it; a second time does nothing. */
  dispose(): void;
}

/**
 * An event in the shape of VS Code's: called with a listener, it calls that from then on, until the subscription is
 * disposed of.
 *
 * @param listener - gets each value
 * @param thisArg - what `this` is in the listener
 * @param disposables - the subscription is added to it
 */
export type EventOf<Value> = (
  listener: (value: Value) => unknown,
  thisArg?: unknown,
  disposables?: { dispose(): unknown }[],
) => Subscription;

/** Hands values to those who listen, in the order in which they began to. */
export class Emitter<Value> implements Disposable {
  readonly #listeners = new Set<(value: Value) => void>();

  /** Subscribes to the values from now on. */
  readonly event: EventOf<Value> = (listener, thisArg, disposables) => {
    // The same function may listen twice, and each subscription ends by itself.
    const own = (value: Value): void => {
      listener.call(thisArg, value);
    };
    this.#listeners.add(own);
    const dispose = (): void => {
      this.#listeners.delete(own);
    };
    const subscription = { dispose, [Symbol.dispose]: dispose };
    disposables?.push(subscription);
    return subscription;
  };

  /**
   * Hands a value to all who listen now. What a listener throws keeps it from nobody else; it becomes an uncaught
   * exception of the process, as with Node's own event targets.
   */
  fire(value: Value): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(value);
      } catch (error) {
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }

  /** Lets nobody listen any more. */
  dispose(): void {
    this.#listeners.clear();
  }

  [Symbol.dispose](): void {
    this.dispose();
  }
}

/**
 * Everything an event tells from the first `next()` on, until `over` settles or the signal says so; what was told before
 * the end is still handed out.
 *
 * @param over - never rejects
 */
export async function* valuesOf<Value>(
  event: EventOf<Value>,
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
  const subscription = event((value) => {
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
