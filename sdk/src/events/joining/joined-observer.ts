import { valuesOf } from '../../emitter.ts';
import type { PhoneStatus } from '../call-event.ts';
import { JoinedSources } from './joined-sources.ts';
import type { PhoneSources } from './phone-sources.ts';
import type { ToldCommands } from './told-commands.ts';
import type { Observation, ObserveOptions, PhoneObserver } from '../phone-observer.ts';
import { CallTracker } from '../tracker/call-tracker.ts';

/** Knows a phone by all that is heard of it, joined by a tracker. */
export class JoinedObserver implements Pick<PhoneObserver, 'status' | 'observe' | 'track'> {
  readonly #sources: PhoneSources;
  readonly #commands: ToldCommands;

  constructor(sources: PhoneSources, commands: ToldCommands) {
    this.#sources = sources;
    this.#commands = commands;
  }

  async status(signal: AbortSignal): Promise<PhoneStatus> {
    const ending = new AbortController();
    using tracker = this.#newTracker();
    const joined = new JoinedSources(this.#sources, tracker, AbortSignal.any([signal, ending.signal]));
    try {
      await joined.begin();
      return tracker.status;
    } finally {
      ending.abort();
      await joined.end();
    }
  }

  async *observe(
    signal: AbortSignal,
    { follow = true, since }: ObserveOptions = {},
  ): AsyncGenerator<Observation, void, void> {
    const ending = new AbortController();
    const either = AbortSignal.any([signal, ending.signal]);
    const tracker = this.#newTracker();
    const joined = new JoinedSources(this.#sources, tracker, either);
    let following: Promise<void> | undefined;
    try {
      const past = await joined.begin(since);
      if (!follow) {
        yield tracker.status;
        yield* past;
        return;
      }
      following = joined.follow();
      const over = following.catch(() => undefined);
      const live = valuesOf(tracker.onDidChange, over, either);
      // Listened to from here on: nothing falls between the status and what follows.
      const first = live.next();
      yield tracker.status;
      yield* past;
      const next = await first;
      if (!next.done) yield next.value;
      yield* live;
      await following;
    } catch (error) {
      if (!signal.aborted) throw error;
    } finally {
      ending.abort();
      tracker.dispose();
      await joined.end();
      await following?.catch(() => undefined);
    }
  }

  async track(signal: AbortSignal, life?: AbortSignal): Promise<CallTracker> {
    const ending = new AbortController();
    const dispose = (): void => tracker.dispose();
    const tracker = this.#newTracker(() => {
      life?.removeEventListener('abort', dispose);
      ending.abort();
    });
    life?.addEventListener('abort', dispose);
    // What limits the beginning does not limit what follows.
    const beginning = (): void => ending.abort(signal.reason);
    signal.addEventListener('abort', beginning, { once: true });
    const joined = new JoinedSources(this.#sources, tracker, ending.signal);
    try {
      signal.throwIfAborted();
      await joined.begin();
    } catch (error) {
      tracker.dispose();
      await joined.end();
      throw error;
    } finally {
      signal.removeEventListener('abort', beginning);
    }
    void joined
      .follow()
      .catch((error: unknown) => {
        if (!ending.signal.aborted) tracker.fail(error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => {
        ending.abort();
        return joined.end();
      });
    return tracker;
  }

  #newTracker(onDispose: () => void = () => undefined): CallTracker {
    const tracker = new CallTracker(() => {
      this.#commands.remove(tracker);
      onDispose();
    });
    this.#commands.add(tracker);
    return tracker;
  }
}
