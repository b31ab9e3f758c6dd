import { Emitter, type EventOf } from '../../emitter.ts';
import type {
  CallEvent,
  CallState,
  MicroSipEvent,
  PhoneEvent,
  PhoneStatus,
  RegistrationEvent,
} from '../call-event.ts';
import { track } from './track.ts';
import type { TrackerInput } from './tracker-input.ts';
import { liveCalls, statusOf, unknownPhone, type TrackerState } from './tracker-state.ts';

/**
 * What a phone does, kept up to date: its state now, and events when it changes. The events have the shape of VS Code's:
 * `tracker.onDidChangeCall(listener, thisArg?, disposables?)` returns a disposable.
 *
 * When an event is told, the state is already the new one. A listener that throws keeps the event from nobody else.
 *
 * @example
 * ```ts
 * using tracker = await phone.track();
 * tracker.onDidChangeCall(({ state, number }) => console.log(state, number));
 * console.log(tracker.status.phone, tracker.calls.length);
 * ```
 */
export class CallTracker implements Disposable {
  /** A call entered a state, or more became known of it. */
  readonly onDidChangeCall: EventOf<CallEvent>;
  /** The phone as a whole changed: it started, registered, is in a call, ended. */
  readonly onDidChangePhone: EventOf<PhoneEvent>;
  /** The registration of the active account changed. */
  readonly onDidChangeRegistration: EventOf<RegistrationEvent>;
  /** Each of these, in the order in which they became known. */
  readonly onDidChange: EventOf<MicroSipEvent>;
  /** The phone cannot be watched any more; nothing else will be told. */
  readonly onDidFail: EventOf<Error>;
  readonly #calls = new Emitter<CallEvent>();
  readonly #phone = new Emitter<PhoneEvent>();
  readonly #registration = new Emitter<RegistrationEvent>();
  readonly #all = new Emitter<MicroSipEvent>();
  readonly #failure = new Emitter<Error>();
  readonly #onDispose: () => void;
  #state: TrackerState = unknownPhone;
  #disposed = false;

  /**
   * @param onDispose - ends what the tracker hears of the phone by
   * @internal
   */
  constructor(onDispose: () => void = () => undefined) {
    this.#onDispose = onDispose;
    this.onDidChangeCall = this.#calls.event;
    this.onDidChangePhone = this.#phone.event;
    this.onDidChangeRegistration = this.#registration.event;
    this.onDidChange = this.#all.event;
    this.onDidFail = this.#failure.event;
  }

  /** What is so now. */
  get status(): PhoneStatus {
    return statusOf(this.#state);
  }

  /** The calls that are up. */
  get calls(): readonly CallState[] {
    return liveCalls(this.#state);
  }

  /**
   * A call that is up, or one of the latest that ended.
   *
   * @param callId - the id that its events name
   */
  call(callId: string): CallState | undefined {
    return this.#state.calls.find(({ state }) => state.callId === callId)?.state;
  }

  /**
   * What the tracker knows.
   *
   * @internal
   */
  get state(): TrackerState {
    return this.#state;
  }

  /**
   * Takes in what was heard of the phone.
   *
   * @returns what was told because of it
   * @internal
   */
  take(input: TrackerInput): readonly MicroSipEvent[] {
    if (this.#disposed) return [];
    const { events, state } = track(this.#state, input);
    this.#state = state;
    for (const event of events) this.#tell(event);
    return events;
  }

  /**
   * Tells that nothing more will be heard of the phone.
   *
   * @internal
   */
  fail(error: Error): void {
    if (!this.#disposed) this.#failure.fire(error);
  }

  /** Watches the phone no longer. The phone stays as it is. */
  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    this.#onDispose();
    for (const emitter of [this.#calls, this.#phone, this.#registration, this.#all, this.#failure]) {
      emitter.dispose();
    }
  }

  /** Calls {@link CallTracker.dispose} at the end of a `using` block. */
  [Symbol.dispose](): void {
    this.dispose();
  }

  #tell(event: MicroSipEvent): void {
    switch (event.type) {
      case 'call':
        this.#calls.fire(event);
        break;
      case 'phone':
        this.#phone.fire(event);
        break;
      case 'registration':
        this.#registration.fire(event);
        break;
    }
    this.#all.fire(event);
  }
}
