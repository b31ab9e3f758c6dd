import { MicroSipError } from '../../microsip-error.ts';
import type { SimulatorClient } from '../../simulator/simulator-client.ts';
import type { CallState, MicroSipEvent, PhoneStatus } from '../call-event.ts';
import { isStatus } from '../phone-observer.ts';
import { pause } from '../pause.ts';
import { absencePollMs } from '../phone-process/simulated-process.ts';
import { callEventOf, statusEvents } from '../status-events.ts';
import type { SimulatorWord } from './phone-sources.ts';

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
        else yield { type: 'present', events: presentEvents(told) };
      }
    } catch (error) {
      if (!(error instanceof MicroSipError) || error.code !== 'NOT_RUNNING') throw error;
    }
  }
}

/** What led to what is so: also when calls began, and how the last one ended. */
function presentEvents(status: PhoneStatus): readonly MicroSipEvent[] {
  const { calls, lastCall } = status;
  const ended = lastCall === undefined ? [] : [lastCall];
  return [
    ...ended.flatMap((call) => [...beginningsOf(call), callEventOf(call, 'simulator')]),
    ...calls.flatMap(beginningsOf),
    ...statusEvents(status, new Date().toISOString()),
  ];
}

function beginningsOf({
  answeredAt,
  callId,
  direction,
  since,
  ...call
}: CallState): readonly MicroSipEvent[] {
  const { name, number, uri } = call;
  const party = {
    ...(number !== undefined && { number }),
    ...(uri !== undefined && { uri }),
    ...(name !== undefined && { name }),
  };
  const begun = direction === 'outgoing' ? 'calling' : 'incoming';
  const event = { type: 'call', callId, direction, ...party, source: 'simulator' } as const;
  return [
    { ...event, at: since, state: begun },
    ...(answeredAt === undefined ? [] : [{ ...event, at: answeredAt, state: 'active' as const }]),
  ];
}
