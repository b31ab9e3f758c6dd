import type { HookEvent } from '../../../../sdk/src/events/hooks/hook-event.ts';
import {
  JournalSource,
  type JournalSourceOptions,
} from '../../../../sdk/src/events/hooks/journal/journal-source.ts';
import { until } from '../../../support/sdk/until.ts';

/** Follows a journal, and keeps what it tells, until the end of its `await using` block. */
export class JournalReader implements AsyncDisposable {
  readonly source: JournalSource;
  /** What was there before. */
  readonly history: Promise<readonly HookEvent[]>;
  /** What came since. */
  readonly events: HookEvent[] = [];
  readonly #abort = new AbortController();
  readonly #ended: Promise<void>;

  constructor(folder: string, options: JournalSourceOptions = {}) {
    this.source = new JournalSource(folder, options);
    const observations = this.source.observe(this.#abort.signal);
    const first = observations.next();
    this.history = first.then(({ value }) => (value?.type === 'history' ? value.events : []));
    this.#ended = first.then(async () => {
      for await (const observation of observations) {
        if (observation.type === 'history') throw new Error('The history came twice');
        this.events.push(observation);
      }
    });
  }

  async untilEvents(count: number, limitMs?: number): Promise<void> {
    await until(() => this.events.length >= count, `${String(count)} events of the journal`, limitMs);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#abort.abort();
    await this.#ended;
  }
}
