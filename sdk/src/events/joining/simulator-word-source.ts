import { MicroSipError } from '../../microsip-error.ts';
import type { SimulatorClient } from '../../simulator/simulator-client.ts';
import { isStatus } from '../phone-observer.ts';
import { pause } from '../pause.ts';
import { statusEvents } from '../status-events.ts';
import type { SimulatorWord } from './phone-sources.ts';

/** How often it is looked whether a phone that ended is back. */
const absencePollMs = 50;

/** Asks a simulated phone itself, over its ends and starts. */
export class SimulatorWordSource {
  readonly #client: SimulatorClient;

  constructor(client: SimulatorClient) {
    this.#client = client;
  }

  async *observe(signal: AbortSignal): AsyncGenerator<SimulatorWord, void, void> {
    while (!signal.aborted) {
      yield* this.#whileRunning(signal);
      await pause(absencePollMs, signal);
    }
  }

  async *#whileRunning(signal: AbortSignal): AsyncGenerator<SimulatorWord, void, void> {
    try {
      for await (const told of this.#client.follow({ signal })) {
        if (!isStatus(told)) yield { type: 'event', event: told };
        else yield { type: 'present', events: statusEvents(told, new Date().toISOString()) };
      }
    } catch (error) {
      if (!(error instanceof MicroSipError) || error.code !== 'NOT_RUNNING') throw error;
    }
  }
}
