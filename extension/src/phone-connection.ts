import { setTimeout as delay } from 'node:timers/promises';

import { MicroSip, MicroSipError, type ConnectOptions, type PhoneStatus } from 'microsip-sdk';
import * as vscode from 'vscode';

const unknownStatus: PhoneStatus = { phone: 'unknown', calls: [], sources: [] };

/** How long until a phone that could not be watched is tried again; a command makes it sooner. */
const tryAgainMs = 30_000;

/** The one phone that the settings name: found when it is first needed, watched while the window is open. */
export class PhoneConnection implements vscode.Disposable {
  readonly #readOptions: () => ConnectOptions;
  readonly #log: vscode.LogOutputChannel;
  readonly #statusChanged = new vscode.EventEmitter<PhoneStatus>();
  #status = unknownStatus;
  #phone: Promise<MicroSip> | undefined;
  #watching = new AbortController();
  #sleeping = new AbortController();

  /** Something about the phone or its calls changed. */
  readonly onDidChangeStatus = this.#statusChanged.event;

  constructor(readOptions: () => ConnectOptions, log: vscode.LogOutputChannel) {
    this.#readOptions = readOptions;
    this.#log = log;
  }

  /** What is known of the phone. */
  get status(): PhoneStatus {
    return this.#status;
  }

  /** Lets go of the phone and takes the one the settings name now. */
  reconnect(): void {
    this.#letGo();
    this.#watching = new AbortController();
    void this.#watch(this.#watching.signal);
  }

  /** Does something with the phone, and looks at once at what became of it. */
  async use<T>(act: (phone: MicroSip) => Promise<T>): Promise<T> {
    const done = await act(await this.#connect());
    this.#sleeping.abort();
    return done;
  }

  dispose(): void {
    this.#letGo();
    this.#statusChanged.dispose();
  }

  #connect(): Promise<MicroSip> {
    if (this.#phone !== undefined) return this.#phone;
    const phone = MicroSip.connect(this.#readOptions());
    this.#phone = phone;
    // One that was not there may be there the next time; by then the settings may have named another.
    phone.catch(() => {
      if (this.#phone === phone) this.#phone = undefined;
    });
    return phone;
  }

  #letGo(): void {
    this.#watching.abort();
    this.#phone?.then((phone) => phone.dispose()).catch((error: unknown) => this.#logFailure(error));
    this.#phone = undefined;
    this.#show(unknownStatus);
  }

  /** Shows the phone's state until the signal ends it; a phone that cannot be watched is no news to the user. */
  async #watch(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const attempt = new AbortController();
      try {
        await this.#follow(await this.#connect(), AbortSignal.any([signal, attempt.signal]));
      } catch (error) {
        this.#logFailure(error);
      } finally {
        attempt.abort();
      }
      await this.#sleep(signal);
    }
  }

  async #follow(phone: MicroSip, signal: AbortSignal): Promise<void> {
    const events = phone.events({ signal });
    // Listening begins with next(), so whatever happens after the status was asked for is told.
    let next = events.next();
    for (;;) {
      // Together: an event that cannot be had while the status is asked for has somebody to tell.
      const [result] = await Promise.all([next, this.#showStatusOf(phone, signal)]);
      if (result.done === true) return;
      this.#log.debug(result.value.type, result.value.state);
      next = events.next();
    }
  }

  async #showStatusOf(phone: MicroSip, signal: AbortSignal): Promise<void> {
    const status = await phone.status({ signal });
    if (!signal.aborted) this.#show(status);
  }

  #show(status: PhoneStatus): void {
    this.#status = status;
    this.#statusChanged.fire(status);
  }

  async #sleep(signal: AbortSignal): Promise<void> {
    this.#sleeping = new AbortController();
    const woken = AbortSignal.any([signal, this.#sleeping.signal]);
    // Being woken is the other way for the sleep to end.
    await delay(tryAgainMs, undefined, { signal: woken }).catch(() => undefined);
  }

  #logFailure(error: unknown): void {
    if (error instanceof MicroSipError) this.#log.debug(`${error.code}: ${error.message}`);
    else this.#log.error(error instanceof Error ? error : String(error));
  }
}
