import type { EventSource, MicroSipEvent } from '../call-event.ts';
import type { HookEvent, HookObservation } from '../hooks/hook-event.ts';
import type { LogEvent, LogObservation } from '../log/log-event.ts';
import { pause } from '../pause.ts';
import type { ProcessSighting } from '../phone-process/process-watch.ts';
import type { CallTracker } from '../tracker/call-tracker.ts';
import type { PhoneSources, SimulatorWord } from './phone-sources.ts';
import type { TellingSources } from './telling-sources.ts';

/** How long the last words of a phone that is gone are waited for: they were written before it went. */
const lastWordsMs = 300;

/** What happened so short a time ago stands at the end of a log, which is read in any case. */
const recentMs = 2000;

/** How often the tracker is told the time while it waits for a source. */
const tickMs = 500;

/** Lets a tracker hear all that is heard of a phone: what is so at first, and then what happens. */
export class JoinedSources {
  readonly #sources: PhoneSources;
  readonly #tracker: CallTracker;
  readonly #signal: AbortSignal;
  readonly #log: AsyncGenerator<LogObservation, void, void>;
  readonly #journal: AsyncGenerator<HookObservation, void, void>;
  readonly #word: AsyncGenerator<SimulatorWord, void, void> | undefined;
  #tells: TellingSources = { log: false, hooks: false };
  /** What hooks tell waits until the log has told all that it can: then they add nothing that it says better. */
  #logIsComplete = true;
  readonly #heldHooks: HookEvent[] = [];

  constructor(sources: PhoneSources, tracker: CallTracker, signal: AbortSignal) {
    this.#sources = sources;
    this.#tracker = tracker;
    this.#signal = signal;
    this.#log = sources.log.observe(signal);
    this.#journal = sources.journal.observe(signal);
    this.#word = sources.word?.observe(signal);
  }

  /**
   * Lets the tracker know what is so now.
   *
   * @param since - when what happened is asked for, from then on
   * @returns what happened since then
   */
  async begin(since?: string): Promise<readonly MicroSipEvent[]> {
    const [tells, sighting] = await Promise.all([
      this.#sources.tells(this.#signal),
      this.#sources.process.find(this.#signal),
    ]);
    this.#takeTells(tells);
    const told: MicroSipEvent[] = [];
    const subscription = this.#tracker.onDidChange((event) => told.push(event));
    try {
      const isLongAgo = since !== undefined && Date.parse(since) < Date.now() - recentMs;
      const [whole, log, hooks] = await Promise.all([
        tells.log && isLongAgo ? this.#sources.wholeLog(this.#signal) : [],
        tells.log ? this.#log.next() : undefined,
        tells.hooks ? this.#journal.next() : undefined,
      ]);
      if (sighting !== 'unknown' && sighting.running)
        this.#tracker.take({ type: 'process', at: now(), running: true });
      for (const event of whole) this.#tracker.take(event);
      if (log?.done === false) this.#takeLog(log.value);
      if (hooks?.done === false) this.#takeJournal(hooks.value, sighting);
      await this.#beginWithProcess(sighting);
    } finally {
      subscription.dispose();
    }
    if (!tells.log && !tells.hooks && sighting !== 'unknown' && sighting.running) {
      const word = await this.#word?.next();
      if (word?.done === false) this.#takeWord(word.value);
    }
    this.#tracker.take({ type: 'time', at: now() });
    if (since === undefined) return [];
    // What is seen only now is nothing that happened then.
    const happened = ({ source, state, type }: MicroSipEvent): boolean =>
      type !== 'phone' || (source !== 'process' && state !== 'unknown');
    return told
      .filter((event) => event.at >= since && happened(event))
      .sort((left, right) => compare(left.at, right.at));
  }

  /** Lets the tracker hear what happens, until the signal is aborted. */
  async follow(): Promise<void> {
    await Promise.all([
      this.#followProcess(),
      this.#followLog(),
      this.#followJournal(),
      this.#followWord(),
      this.#tick(),
    ]);
  }

  /** Lets go of the sources. */
  async end(): Promise<void> {
    await Promise.all([this.#log.return(), this.#journal.return(), this.#word?.return()]);
  }

  /** A phone that is gone, or was started anew, left calls behind in what it wrote. */
  async #beginWithProcess(sighting: ProcessSighting | 'unknown'): Promise<void> {
    if (sighting === 'unknown') return;
    if (!sighting.running) {
      this.#tracker.take({ type: 'process', at: this.#lastSignOfLife(), running: false });
      return;
    }
    const needsStart = sighting.startedAt === undefined && this.#tracker.calls.length > 0;
    const closer = needsStart ? await this.#sources.process.find(this.#signal, true) : sighting;
    this.#takeSighting(closer === 'unknown' || !closer.running ? sighting : closer);
  }

  /** When a phone that is gone told something for the last time; the same for every reader. */
  #lastSignOfLife(): string {
    const { calls, logReadTo, lastCall } = this.#tracker.state;
    const times = [logReadTo, lastCall?.endedAt ?? '', ...calls.map(({ at }) => at)];
    return times.sort(compare).at(-1) ?? now();
  }

  async #followProcess(): Promise<void> {
    for await (const sighting of this.#sources.process.observe(this.#signal)) {
      if (sighting.running) await this.#lookWhatTells();
      else await this.#untilLastWords();
      if (this.#signal.aborted) return;
      this.#takeSighting(sighting);
    }
  }

  async #followLog(): Promise<void> {
    for await (const observation of this.#log) {
      if (!this.#tells.log) await this.#lookWhatTells();
      this.#takeLog(observation);
    }
  }

  async #followJournal(): Promise<void> {
    for await (const observation of this.#journal) {
      if (!this.#tells.hooks) await this.#lookWhatTells();
      if (observation.type === 'hook') await this.#noticeStart();
      this.#takeJournal(observation);
    }
  }

  async #followWord(): Promise<void> {
    if (this.#word === undefined) return;
    for await (const word of this.#word) {
      if (word.type === 'present') {
        await this.#lookWhatTells();
        await this.#noticeStart();
      }
      this.#takeWord(word);
    }
  }

  async #tick(): Promise<void> {
    while (!this.#signal.aborted) {
      await pause(tickMs, this.#signal);
      if (this.#tracker.state.waitingHooks.length > 0) this.#tracker.take({ type: 'time', at: now() });
    }
  }

  /** What only a phone that runs can tell was told: it may have been started a moment ago. */
  async #noticeStart(): Promise<void> {
    if (this.#tracker.state.running !== false) return;
    const sighting = await this.#sources.process.find(this.#signal);
    if (sighting !== 'unknown' && sighting.running) this.#takeSighting(sighting);
  }

  async #untilLastWords(): Promise<void> {
    const limit = performance.now() + lastWordsMs;
    // A stack that said goodbye has told all there was.
    const expected = (): boolean => this.#tracker.state.logged || (this.#tells.hooks && !this.#tells.log);
    while (expected() && performance.now() < limit && !this.#signal.aborted) await pause(20, this.#signal);
  }

  async #lookWhatTells(): Promise<void> {
    try {
      this.#takeTells(await this.#sources.tells(this.#signal));
    } catch (error) {
      if (!this.#signal.aborted) throw error;
    }
  }

  #takeTells(tells: TellingSources): void {
    this.#tells = tells;
    const sources: readonly EventSource[] =
      !tells.log && !tells.hooks && this.#sources.word !== undefined
        ? ['simulator']
        : [...(tells.log ? ['log' as const] : []), ...(tells.hooks ? ['hook' as const] : []), 'process'];
    this.#tracker.take({ type: 'sources', at: now(), sources });
  }

  #takeSighting(sighting: ProcessSighting): void {
    this.#tracker.take({ type: 'process', at: now(), ...sighting });
  }

  #takeLog(observation: LogObservation): void {
    if (observation.type !== 'history') {
      this.#tracker.take(observation);
      return;
    }
    this.#logIsComplete = observation.complete;
    // A log that is not written any more tells of another time.
    const events: readonly LogEvent[] = this.#tells.log ? observation.events : [];
    for (const event of events) this.#tracker.take(event);
    this.#takeHooks([]);
  }

  #takeJournal(observation: HookObservation, sighting?: ProcessSighting | 'unknown'): void {
    if (observation.type === 'hook') {
      this.#takeHooks([observation]);
      return;
    }
    if (!this.#tells.hooks) return;
    const startedAt =
      sighting !== undefined && sighting !== 'unknown' && sighting.running ? sighting.startedAt : undefined;
    // Beside a log, hooks of earlier phones tell of calls that it does not reach back to.
    const isWanted = ({ at }: HookEvent): boolean =>
      !this.#tells.log || at >= (startedAt ?? this.#tracker.state.stackAt);
    this.#takeHooks(observation.events.filter(isWanted));
  }

  #takeHooks(hooks: readonly HookEvent[]): void {
    this.#heldHooks.push(...hooks);
    if (this.#tells.log && !this.#logIsComplete) return;
    for (const hook of this.#heldHooks.splice(0)) this.#tracker.take(hook);
  }

  #takeWord(word: SimulatorWord): void {
    if (this.#tells.log || this.#tells.hooks) return;
    for (const event of word.type === 'present' ? word.events : [word.event]) this.#tracker.take(event);
  }
}

function now(): string {
  return new Date().toISOString();
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
