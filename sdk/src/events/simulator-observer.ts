import { setTimeout as delay } from 'node:timers/promises';

import { MicroSipError } from '../microsip-error.ts';
import { SimulatorClient } from '../simulator/simulator-client.ts';
import type { PhoneStatus } from './call-event.ts';
import { isStatus, type Observation, type PhoneObserver } from './phone-observer.ts';

/** How often it is looked whether a phone that ended is back. */
const absencePollMs = 100;

/** Requests end with the caller's signal, which comes long before. */
const noLimitMs = 86_400_000;

const notRunning: PhoneStatus = { phone: 'not-running', calls: [], sources: ['process'] };

/** Asks a simulated phone itself. */
export class SimulatorObserver implements PhoneObserver {
  readonly #client: SimulatorClient;

  constructor(dataDirectory: string) {
    this.#client = new SimulatorClient(dataDirectory);
  }

  async findPhone(signal: AbortSignal): Promise<{ readonly processId: number } | 'not-running'> {
    const processId = await this.#client.processId({ signal, timeoutMs: noLimitMs });
    return processId === undefined ? 'not-running' : { processId };
  }

  async status(signal: AbortSignal): Promise<PhoneStatus> {
    try {
      return await this.#client.status({ signal, timeoutMs: noLimitMs });
    } catch (error) {
      if (isNotRunning(error)) return notRunning;
      throw error;
    }
  }

  async *observe(signal: AbortSignal): AsyncGenerator<Observation, void, void> {
    let present: boolean | undefined;
    for (;;) {
      for await (const observation of this.#whileRunning(signal)) {
        present =
          isStatus(observation) || observation.type !== 'phone' || observation.state !== 'not-running';
        yield observation;
      }
      if (signal.aborted) return;
      // A phone that is killed says nothing.
      if (present !== false) yield notRunning;
      present = false;
      await pause(absencePollMs, signal);
    }
  }

  async *#whileRunning(signal: AbortSignal): AsyncGenerator<Observation, void, void> {
    try {
      yield* this.#client.follow({ signal });
    } catch (error) {
      if (!isNotRunning(error)) throw error;
    }
  }
}

function isNotRunning(error: unknown): boolean {
  return error instanceof MicroSipError && error.code === 'NOT_RUNNING';
}

async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
