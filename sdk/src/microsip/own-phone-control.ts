import { setTimeout as delay } from 'node:timers/promises';

import type { PhoneAction } from '../action/phone-action.ts';
import type { PhoneStatus } from '../events/call-event.ts';
import { isStatus, type PhoneObserver } from '../events/phone-observer.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { PhoneControl } from '../settings/phone-control.ts';

/** How often it is looked whether a phone that was told to exit is gone. */
const exitPollMs = 50;

/** What a change of settings does to the phone of a {@link MicroSip}: it looks and commands as that does. */
export class OwnPhoneControl implements PhoneControl {
  readonly #observer: PhoneObserver;
  readonly #perform: (action: PhoneAction, signal: AbortSignal) => Promise<unknown>;

  constructor(
    observer: PhoneObserver,
    perform: (action: PhoneAction, signal: AbortSignal) => Promise<unknown>,
  ) {
    this.#observer = observer;
    this.#perform = perform;
  }

  async presence(signal: AbortSignal): Promise<'running' | 'not-running' | 'unknown'> {
    const found = await this.#observer.findPhone(signal);
    return typeof found === 'string' ? found : 'running';
  }

  async untilIdle(
    signal: AbortSignal,
    { assumeIdle = false }: { readonly assumeIdle?: boolean | undefined } = {},
  ): Promise<void> {
    const isIdle = ({ phone }: PhoneStatus): boolean => {
      if (phone === 'unknown' && !assumeIdle) throw cannotTell();
      return phone !== 'in-call';
    };
    const leaving = new AbortController();
    const observations = this.#observer.observe(AbortSignal.any([signal, leaving.signal]));
    try {
      for await (const observation of observations) {
        if (isStatus(observation) ? isIdle(observation) : observation.type === 'phone') {
          if (isIdle(await this.#observer.status(signal))) return;
        }
      }
      signal.throwIfAborted();
      throw cannotTell();
    } finally {
      leaving.abort();
    }
  }

  async exit(signal: AbortSignal): Promise<void> {
    await this.#perform({ type: 'exit' }, signal);
    while ((await this.presence(signal)) === 'running') await delay(exitPollMs, undefined, { signal });
  }

  async start({ minimized }: { readonly minimized: boolean }, signal: AbortSignal): Promise<void> {
    await this.#perform({ type: 'start', minimized }, signal);
  }
}

function cannotTell(): MicroSipError {
  return new MicroSipError(
    'SETTINGS_BUSY',
    'MicroSIP runs, and nothing tells whether a call is up, which its end would cut off, so nothing was changed; ' +
      'see that none is, and say so (--assume-idle, { assumeIdle: true }).',
  );
}
