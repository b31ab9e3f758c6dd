import { MicroSipError } from '../../microsip-error.ts';
import type { SimulatorClient } from '../../simulator/simulator-client.ts';
import { pause } from '../pause.ts';
import type { ProcessSighting, ProcessWatch } from './process-watch.ts';

/** How often it is looked whether a phone that ended is back. */
export const absencePollMs = 100;

/** Requests end with the caller's signal, which comes long before. */
const noLimitMs = 86_400_000;

/** The process of a simulated phone: the one that answers in its data directory. */
export class SimulatedProcess implements ProcessWatch {
  readonly #client: SimulatorClient;

  constructor(client: SimulatorClient) {
    this.#client = client;
  }

  async find(signal: AbortSignal): Promise<ProcessSighting> {
    const found = await this.#client.process({ signal, timeoutMs: noLimitMs });
    if (found === undefined) return { running: false };
    const { processId, startedAt } = found;
    return { running: true, processId, startedAt: new Date(startedAt).toISOString() };
  }

  async *observe(signal: AbortSignal): AsyncGenerator<ProcessSighting, void, void> {
    let last: ProcessSighting | undefined;
    while (!signal.aborted) {
      const found = await this.#look(signal);
      if (found === undefined) return;
      if (found.running || last?.running !== false) yield found;
      last = found;
      // The connection ends with the process, however that ends.
      if (found.running) await this.#untilGone(signal);
      else await pause(absencePollMs, signal);
    }
  }

  async #look(signal: AbortSignal): Promise<ProcessSighting | undefined> {
    try {
      return await this.find(signal);
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error;
    }
  }

  async #untilGone(signal: AbortSignal): Promise<void> {
    try {
      for await (const _ of this.#client.follow({ signal }));
    } catch (error) {
      if (!(error instanceof MicroSipError) || error.code !== 'NOT_RUNNING') throw error;
    }
  }
}
