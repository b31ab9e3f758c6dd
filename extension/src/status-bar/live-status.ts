import type { Clock } from '../clock.ts';
import type { KnownCallers } from '../known-callers.ts';
import type { Localization } from '../localization.ts';
import { unseenPhone, type SeenPhone } from '../phone/seen-phone.ts';
import { untilNextSecond } from './running-time.ts';
import { statusText, type StatusText } from './status-text.ts';

/** Where a text is shown; `undefined` is nothing to show. */
export type ShowStatus = (text: StatusText | undefined) => void;

/** Keeps a text about the phone up to date: when the phone changes, and every second while it shows a running time. */
export class LiveStatus {
  readonly #show: ShowStatus;
  readonly #clock: Clock;
  readonly #l10n: Localization;
  #seen = unseenPhone;
  #contacts: KnownCallers = new Map();
  #cancelTick: (() => void) | undefined;

  constructor(show: ShowStatus, clock: Clock, l10n: Localization) {
    this.#show = show;
    this.#clock = clock;
    this.#l10n = l10n;
  }

  /** Takes in what the phone does now. */
  see(seen: SeenPhone): void {
    this.#seen = seen;
    this.#update();
  }

  /** Takes in who the other sides of calls are. */
  name(contacts: KnownCallers): void {
    this.#contacts = contacts;
    this.#update();
  }

  dispose(): void {
    this.#cancelTick?.();
    this.#cancelTick = undefined;
  }

  #update(): void {
    this.dispose();
    const now = this.#clock.now();
    const text = statusText(this.#seen, now, this.#l10n, this.#contacts);
    if (text?.runningSince !== undefined) {
      this.#cancelTick = this.#clock.after(untilNextSecond(now - text.runningSince), () => this.#update());
    }
    this.#show(text);
  }
}
