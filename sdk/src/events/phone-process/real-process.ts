import type { Backend, Installation } from '../../installation/installation.ts';
import type { WindowsSystem } from '../../installation/system/windows-system.ts';
import { findPhoneProcesses, phoneProcessExists } from '../../installation/processes/find-phone-processes.ts';
import { loadNativeWindows } from '../../installation/windows-native/load-native-windows.ts';
import { pause } from '../pause.ts';
import type { ProcessSighting, ProcessWatch } from './process-watch.ts';
import { sightingOf } from './sighting-of.ts';

/** How long to wait between two looks, in milliseconds. */
interface LookIntervals {
  /** Whether a process is still there. */
  readonly presentMs: number;
  /** Whether there is one again: at first, and twice as long each time, up to a longest. */
  readonly absentMs: number;
  readonly longestAbsentMs: number;
}

/**
 * On a Windows without koffi a look for a phone that is not there starts a program, which a phone that stays away for a
 * day is not worth once a second; under WSL every look does.
 */
const intervals: Readonly<Record<Exclude<Backend, 'simulator'>, LookIntervals>> = {
  windows: { presentMs: 250, absentMs: 1000, longestAbsentMs: 5000 },
  wine: { presentMs: 250, absentMs: 1000, longestAbsentMs: 1000 },
  wsl: { presentMs: 2000, absentMs: 2000, longestAbsentMs: 5000 },
};

/** Where Windows itself can be asked, a look takes a tenth of a millisecond. */
const askingWindows: LookIntervals = { presentMs: 250, absentMs: 250, longestAbsentMs: 250 };

/** What surrounds the watch; left out, this system and its clock. */
export interface LookSurroundings {
  /** Waits; returns early when the signal is aborted. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** The system programs of Windows. */
  readonly windows?: WindowsSystem;
}

/** The process of a real MicroSIP. */
export class RealProcess implements ProcessWatch {
  readonly #installation: Installation;
  readonly #pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly #windows: WindowsSystem | undefined;

  constructor(installation: Installation, surroundings: LookSurroundings = {}) {
    this.#installation = installation;
    this.#pause = surroundings.pause ?? pause;
    this.#windows = surroundings.windows;
  }

  async find(signal: AbortSignal, details = false): Promise<ProcessSighting | 'unknown'> {
    const found = await findPhoneProcesses(this.#installation, signal, { details, windows: this.#windows });
    return found === 'unknown' ? 'unknown' : sightingOf(found);
  }

  async *observe(signal: AbortSignal): AsyncGenerator<ProcessSighting, void, void> {
    const { presentMs, absentMs, longestAbsentMs } = await this.#intervals();
    let last: ProcessSighting | undefined;
    let pauseMs = absentMs;
    while (!signal.aborted) {
      const found = await this.#look(signal);
      if (found !== 'unknown') {
        if (found.running || last?.running !== false) yield found;
        last = found;
        if (found.running) {
          await this.#untilGone(found.processId, presentMs, signal);
          pauseMs = absentMs;
          continue;
        }
      }
      await this.#pause(pauseMs, signal);
      pauseMs = Math.min(2 * pauseMs, longestAbsentMs);
    }
  }

  async #intervals(): Promise<LookIntervals> {
    const { backend } = this.#installation;
    if (backend !== 'windows') return intervals[backend === 'simulator' ? 'windows' : backend];
    const native = this.#windows === undefined ? await loadNativeWindows() : undefined;
    return native === undefined ? intervals.windows : askingWindows;
  }

  async #look(signal: AbortSignal): Promise<ProcessSighting | 'unknown'> {
    try {
      return await this.find(signal);
    } catch (error) {
      if (signal.aborted) return 'unknown';
      throw error;
    }
  }

  async #untilGone(processId: number, presentMs: number, signal: AbortSignal): Promise<void> {
    do {
      await this.#pause(presentMs, signal);
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
