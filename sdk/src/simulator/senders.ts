import type { PhoneEffect } from '../phone-model/phone-effect.ts';
import type { Peripheral } from './phone-driver.ts';

/** Those who handed over a command line and are kept waiting until the phone has treated it (facts B.2). */
export class Senders implements Peripheral {
  readonly #waiting = new Map<
    number,
    { readonly release: () => void; readonly fail: (error: Error) => void }
  >();
  #next = 1;

  /** Adds a sender: its number for the phone, and when it no longer waits. */
  add(): { readonly sender: number; readonly released: Promise<void> } {
    const sender = this.#next++;
    const released = new Promise<void>((release, fail) => {
      this.#waiting.set(sender, { release, fail });
    });
    return { sender, released };
  }

  perform(effect: PhoneEffect): void {
    if (effect.do !== 'senderReleased') return;
    this.#waiting.get(effect.sender)?.release();
    this.#waiting.delete(effect.sender);
  }

  /** The phone has exited; its window answers nobody any more, and Windows lets them go. */
  releaseAll(): void {
    for (const { release } of this.#waiting.values()) release();
    this.#waiting.clear();
  }

  /** The phone was killed. */
  failAll(error: Error): void {
    for (const { fail } of this.#waiting.values()) fail(error);
    this.#waiting.clear();
  }
}
