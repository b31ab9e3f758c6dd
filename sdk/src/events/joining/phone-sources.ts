import type { MicroSipEvent } from '../call-event.ts';
import type { HookObservation } from '../hooks/hook-event.ts';
import type { LogEvent, LogObservation } from '../log/log-event.ts';
import type { ProcessWatch } from '../phone-process/process-watch.ts';
import type { TellingSources } from './telling-sources.ts';

/** All that is heard of one phone. */
export interface PhoneSources {
  /** What the settings let it tell now. */
  readonly tells: (signal: AbortSignal) => Promise<TellingSources>;
  readonly process: ProcessWatch;
  readonly log: { observe(signal: AbortSignal): AsyncGenerator<LogObservation, void, void> };
  /** Everything that stands in the log now. */
  readonly wholeLog: (signal: AbortSignal) => Promise<readonly LogEvent[]>;
  readonly journal: { observe(signal: AbortSignal): AsyncGenerator<HookObservation, void, void> };
  /**
   * The simulator's own word, where there is one: what is so whenever a phone is there, then what happens. It counts
   * only where neither log nor hooks tell.
   */
  readonly word?: { observe(signal: AbortSignal): AsyncGenerator<SimulatorWord, void, void> };
}

/** What the simulator says: all that is so, as events, or one thing that happened. */
export type SimulatorWord =
  | { readonly type: 'present'; readonly events: readonly MicroSipEvent[] }
  | { readonly type: 'event'; readonly event: MicroSipEvent };
