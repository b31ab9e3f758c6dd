import type { Backend, Installation } from '../../installation/installation.ts';
import { findPhoneProcesses, phoneProcessExists } from '../../installation/processes/find-phone-processes.ts';
import { pause } from '../pause.ts';
import type { ProcessSighting, ProcessWatch } from './process-watch.ts';

/** How often it is looked whether the process is still there, and how often for one where none is. */
interface LookIntervals {
  readonly presentMs: number;
  readonly absentMs: number;
}

/** Under WSL each look starts a program of Windows. */
const intervals: Readonly<Record<Exclude<Backend, 'simulator'>, LookIntervals>> = {
  windows: { presentMs: 250, absentMs: 1000 },
  wine: { presentMs: 250, absentMs: 1000 },
  wsl: { presentMs: 2000, absentMs: 2000 },
};

/** The process of a real MicroSIP. */
export class RealProcess implements ProcessWatch {
  readonly #installation: Installation;
  readonly #intervals: LookIntervals;

  constructor(installation: Installation) {
    this.#installation = installation;
    const { backend } = installation;
    this.#intervals = intervals[backend === 'simulator' ? 'windows' : backend];
  }

  async find(signal: AbortSignal, details = false): Promise<ProcessSighting | 'unknown'> {
    const found = await findPhoneProcesses(this.#installation, signal, { details });
    if (found === 'unknown') return 'unknown';
    // The oldest is the phone; a later one only hands its command over (facts B).
    const [phone] = found;
    if (phone === undefined) return { running: false };
    const { processId, startedAt } = phone;
    return {
      running: true,
      processId,
      ...(startedAt !== undefined && { startedAt: new Date(startedAt).toISOString() }),
    };
  }

  async *observe(signal: AbortSignal): AsyncGenerator<ProcessSighting, void, void> {
    let last: ProcessSighting | undefined;
    while (!signal.aborted) {
      const found = await this.#look(signal);
      if (found === 'unknown') {
        await pause(this.#intervals.absentMs, signal);
        continue;
      }
      if (found.running || last?.running !== false) yield found;
      last = found;
      if (found.running) await this.#untilGone(found.processId, signal);
      else await pause(this.#intervals.absentMs, signal);
    }
  }

  async #look(signal: AbortSignal): Promise<ProcessSighting | 'unknown'> {
    try {
      return await this.find(signal);
    } catch (error) {
      if (signal.aborted) return 'unknown';
      throw error;
    }
  }

  async #untilGone(processId: number, signal: AbortSignal): Promise<void> {
    do {
      await pause(this.#intervals.presentMs, signal);
    } while (!signal.aborted && (await this.#exists(processId, signal)) !== false);
  }

  async #exists(processId: number, signal: AbortSignal): Promise<boolean | 'unknown'> {
    try {
      return await phoneProcessExists(this.#installation, processId, signal);
    } catch (error) {
      if (signal.aborted) return 'unknown';
      throw error;
    }
  }
}
