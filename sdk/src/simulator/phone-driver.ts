import type { PhoneEffect } from '../phone-model/phone-effect.ts';
import type { PhoneEvent } from '../phone-model/phone-input.ts';
import type { PhoneState } from '../phone-model/phone-state.ts';
import { advance, nextDeadline, type PhoneStarted } from '../phone-model/phone.ts';
import type { Clock } from './clock.ts';

/** A part of a phone's surroundings, which does what the phone's effects say: a file, a far end, a log. */
export interface Peripheral {
  /** Something happens to the phone, which is as it was before. */
  observe?(event: PhoneEvent, phone: PhoneState): void;
  /**
   * The phone does something.
   *
   * @param phone - the phone after all that the same input did
   */
  perform(effect: PhoneEffect, phone: PhoneState): void;
}

/** Runs the phone model in time: feeds it what happens, and its effects to the peripherals. */
export class PhoneDriver {
  readonly #clock: Clock;
  readonly #peripherals: readonly Peripheral[];
  readonly #onFailure: (error: unknown) => void;
  readonly #pending: PhoneEvent[] = [];
  #phone: PhoneState;
  #working = false;
  #stopped = false;
  #hung = false;
  #cancelDeadline: () => void = () => undefined;
  #cancelHang: () => void = () => undefined;

  /**
   * @param onFailure - hears of what the surroundings could not do, such as write to a full disk; nothing happens to the
   * phone after that
   */
  constructor(
    phone: PhoneState,
    clock: Clock,
    peripherals: readonly Peripheral[],
    onFailure: (error: unknown) => void,
  ) {
    this.#phone = phone;
    this.#clock = clock;
    this.#peripherals = peripherals;
    this.#onFailure = onFailure;
  }

  get phone(): PhoneState {
    return this.#phone;
  }

  /** Performs what starting the phone brought about. */
  begin(started: PhoneStarted): void {
    this.#working = true;
    try {
      this.#perform(started.effects);
    } finally {
      this.#working = false;
    }
    this.#work();
  }

  /** Tells the phone that something happens, now. While it hangs, that waits. */
  feed(event: PhoneEvent): void {
    if (this.#stopped) return;
    this.#pending.push(event);
    if (!this.#working && !this.#hung) this.#work();
  }

  /** Lets the phone do nothing, for so long or for ever. */
  hang(forMs?: number): void {
    this.#hung = true;
    this.#cancelHang();
    this.#cancelDeadline();
    if (forMs === undefined) return;
    this.#cancelHang = this.#clock.setTimer(forMs, () => {
      this.#hung = false;
      this.feed({ type: 'time' });
    });
  }

  /** Nothing happens any more. */
  stop(): void {
    this.#stopped = true;
    this.#pending.length = 0;
    this.#cancelDeadline();
    this.#cancelHang();
  }

  #work(): void {
    this.#working = true;
    try {
      for (let event = this.#pending.shift(); event !== undefined; event = this.#pending.shift()) {
        for (const peripheral of this.#peripherals) peripheral.observe?.(event, this.#phone);
        const advanced = advance(this.#phone, { ...event, at: this.#clock.now() });
        this.#phone = advanced.state;
        this.#perform(advanced.effects);
      }
    } catch (error) {
      this.stop();
      this.#onFailure(error);
    } finally {
      this.#working = false;
    }
    this.#waitForDeadline();
  }

  #perform(effects: readonly PhoneEffect[]): void {
    for (const effect of effects) {
      for (const peripheral of this.#peripherals) peripheral.perform(effect, this.#phone);
    }
  }

  #waitForDeadline(): void {
    this.#cancelDeadline();
    const deadline = this.#stopped || this.#hung ? undefined : nextDeadline(this.#phone);
    if (deadline === undefined) return;
    this.#cancelDeadline = this.#clock.setTimer(deadline - this.#clock.now(), () => {
      this.feed({ type: 'time' });
    });
  }
}
