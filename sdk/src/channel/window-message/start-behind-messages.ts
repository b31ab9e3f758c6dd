import type { Installation } from '../../installation/installation.ts';
import type { PhoneWindow, PhoneWindows } from '../../installation/windows-native/phone-windows.ts';
import type { Channel, CommandLineTail, HandOver } from '../channel.ts';
import { pause, startLimits } from '../limits.ts';
import { accessDenied } from './access-denied.ts';
import { nothingSent } from './nothing-sent.ts';

/** Times of a start behind messages, in milliseconds. */
export interface StartBehindMessagesTiming {
  /** Within which time a window answers whose phone does not stand still. */
  readonly promptMs: number;
  /** How long a phone that stood still is given for what it kept for later, before it is asked again. */
  readonly catchUpMs: number;
  /** When to start all the same. The turn in the queue has to last for this and for the start. */
  readonly patienceMs: number;
}

const defaultTiming: StartBehindMessagesTiming = { promptMs: 50, catchUpMs: 300, patienceMs: 12_000 };

/**
 * A start of the program for a phone that others may have sent messages to. The phone keeps those for later (`dwData` 2),
 * and what a start sends overtakes what is kept (facts B): `/exit` would end a phone that stands still, as in an event
 * hook, before it has carried out what came before.
 *
 * Nothing tells from outside what a phone has kept. But a start comes some time after the message before it
 * (`launchGapMs`), in which a phone that runs freely has long handled it: so it is enough that the phone does.
 */
export class StartBehindMessages implements Channel {
  readonly name: Channel['name'];
  readonly #launcher: Channel;
  readonly #phoneWindows: PhoneWindows;
  readonly #window: PhoneWindow;
  readonly #timing: StartBehindMessagesTiming;

  constructor(launcher: Channel, phoneWindows: PhoneWindows, window: PhoneWindow, timing = defaultTiming) {
    this.name = launcher.name;
    this.#launcher = launcher;
    this.#phoneWindows = phoneWindows;
    this.#window = window;
    this.#timing = timing;
  }

  /**
   * Starts the program once the phone runs freely, or has not for too long.
   *
   * @throws MicroSipError `ACCESS_DENIED`, and what the launcher throws
   */
  async handOver(
    installation: Installation,
    tail: CommandLineTail,
    { signal }: { readonly signal: AbortSignal },
  ): Promise<HandOver | 'phone-gone'> {
    const { catchUpMs, patienceMs, promptMs } = this.#timing;
    using patience = startLimits({ timeoutMs: patienceMs, signal });
    while (!patience.signal.aborted) {
      const { outcome } = await this.#phoneWindows.probe(this.#window, promptMs);
      if (outcome === 'answered') break;
      if (outcome === 'gone') return 'phone-gone';
      if (outcome === 'denied') throw accessDenied(this.#window);
      await pause(catchUpMs, patience.signal);
    }
    if (signal.aborted) throw nothingSent(signal);
    return await this.#launcher.handOver(installation, tail, { signal });
  }
}
