import { setTimeout as delay } from 'node:timers/promises';

import {
  MicroSipError,
  type CallTracker,
  type ConnectOptions,
  type MicroSip,
  type PhoneStatus,
} from 'microsip-sdk';
import * as vscode from 'vscode';

import { SettingsRefusedError } from '../settings-refused-error.ts';
import { retryDelayMs } from './retry-delay.ts';
import { phoneInTrouble, unseenPhone, type SeenPhone } from './seen-phone.ts';

/** The one phone that the settings name: found when it is first needed, watched while the window is open. */
export class PhoneConnection implements vscode.Disposable {
  readonly #readOptions: () => ConnectOptions;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<SeenPhone>();
  readonly #statusChanged = new vscode.EventEmitter<PhoneStatus>();
  #seen = unseenPhone;
  #phone: Promise<MicroSip> | undefined;
  #isFound = false;
  #watching: AbortController | undefined;
  #sleeping = new AbortController();
  #disposed = false;

  /** Something about the phone, its calls or how it can be watched changed. */
  readonly onDidChange = this.#changed.event;
  /** Something about the phone or its calls changed. */
  readonly onDidChangeStatus = this.#statusChanged.event;

  constructor(readOptions: () => ConnectOptions, log: vscode.LogOutputChannel) {
    this.#readOptions = readOptions;
    this.#log = log;
  }

  /** What is known of the phone, and why nothing is. */
  get seen(): SeenPhone {
    return this.#seen;
  }

  /** What is known of the phone. */
  get status(): PhoneStatus {
    return this.#seen.status;
  }

  /**
   * Whether the phone would have to be looked for first, which was in vain before: its absence is found again less and
   * less often, and at the user's commands. One that cannot be watched may well be there.
   */
  get isLost(): boolean {
    return this.#seen.trouble !== undefined && !this.#isFound;
  }

  /** Lets go of the phone and takes the one the settings name now. */
  reconnect(): void {
    this.#letGo();
    if (this.#disposed) return;
    this.#show(unseenPhone);
    this.watch();
  }

  /** Begins to watch the phone. A command may have found it already. */
  watch(): void {
    if (this.#watching !== undefined || this.#disposed) return;
    this.#watching = new AbortController();
    void this.#watchUntilAborted(this.#watching.signal);
  }

  /** Looks at once for a phone that could not be watched, instead of waiting on. */
  lookAgain(): void {
    this.#sleeping.abort();
  }

  /** Reads what the phone has written. Unlike {@link use} it disturbs nothing, so that it may be done again and again. */
  async read<T>(look: (phone: MicroSip) => Promise<T>): Promise<T> {
    return await look(await this.#connect());
  }

  /** Does something with the phone, and looks at once at what became of it. */
  async use<T>(act: (phone: MicroSip) => Promise<T>): Promise<T> {
    try {
      return await act(await this.#connect());
    } catch (error) {
      // It may have been moved or updated since it was found.
      if (error instanceof MicroSipError && error.code === 'LAUNCH_FAILED') this.reconnect();
      throw error;
    } finally {
      this.lookAgain();
    }
  }

  dispose(): void {
    this.#disposed = true;
    this.#letGo();
    this.#changed.dispose();
    this.#statusChanged.dispose();
  }

  #connect(): Promise<MicroSip> {
    if (this.#phone !== undefined) return this.#phone;
    // A command can outlive its window's extension; nobody would let go of what it connects to then.
    if (this.#disposed) throw new MicroSipError('DISPOSED', 'The extension was ended.');
    const phone = connect(this.#readOptions());
    this.#phone = phone;
    phone.then(
      () => {
        if (this.#phone === phone) this.#isFound = true;
      },
      () => {
        // One that was not there may be there the next time; by then the settings may have named another.
        if (this.#phone === phone) this.#phone = undefined;
      },
    );
    return phone;
  }

  #letGo(): void {
    this.#watching?.abort();
    this.#watching = undefined;
    this.#phone?.then((phone) => phone.dispose()).catch((error: unknown) => this.#logFailure(error));
    this.#phone = undefined;
    this.#isFound = false;
  }

  /** Shows the phone's state until the signal ends it; a phone that cannot be watched is no news to the user. */
  async #watchUntilAborted(signal: AbortSignal): Promise<void> {
    let failures = 0;
    while (!signal.aborted) {
      try {
        const phone = await this.#connect();
        using tracker = await phone.track({ signal });
        failures = 0;
        await this.#follow(tracker, signal);
      } catch (error) {
        await this.#pauseAfter(error, retryDelayMs(failures), signal);
        failures++;
      }
    }
  }

  async #pauseAfter(error: unknown, milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    this.#logFailure(error);
    this.#show(phoneInTrouble(error instanceof MicroSipError ? error.code : undefined));
    await this.#sleep(milliseconds, signal);
  }

  /** Shows all that the tracker tells until the signal ends it. @throws what the tracker fails with */
  async #follow(tracker: CallTracker, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) {
        resolve();
        return;
      }
      tracker.onDidFail(reject);
      tracker.onDidChange(({ type, state }) => {
        if (signal.aborted) return;
        this.#log.debug(type, state);
        this.#show({ status: tracker.status });
      });
      this.#show({ status: tracker.status });
    });
  }

  #show(seen: SeenPhone): void {
    this.#seen = seen;
    this.#changed.fire(seen);
    this.#statusChanged.fire(seen.status);
  }

  async #sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    this.#sleeping = new AbortController();
    const woken = AbortSignal.any([signal, this.#sleeping.signal]);
    // Being woken is the other way for the sleep to end.
    await delay(milliseconds, undefined, { signal: woken }).catch(() => undefined);
  }

  #logFailure(error: unknown): void {
    if (error instanceof MicroSipError) this.#log.debug(`${error.code}: ${error.message}`);
    else this.#log.error(error instanceof Error ? error : String(error));
  }
}

/**
 * Most of the SDK is not loaded before VS Code has its window.
 *
 * @throws SettingsRefusedError for options that no phone can have
 */
async function connect(options: ConnectOptions): Promise<MicroSip> {
  const { MicroSip: phone } = await import('./microsip.ts');
  try {
    return await phone.connect(options);
  } catch (error) {
    if (!(error instanceof MicroSipError) || error.code !== 'INVALID_ARGUMENT') throw error;
    throw new SettingsRefusedError(error.message, { cause: error });
  }
}
