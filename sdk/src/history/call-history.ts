import type { PhoneFiles } from '../installation/phone-files.ts';
import { MicroSipError } from '../microsip-error.ts';
import { callFilter, type CallFilter, type HistoryQuery } from './history-query.ts';
import type { CallRecord } from './call-record.ts';

/** Limits of one look into the history. */
export interface HistoryOptions {
  /** Gives up early with `CANCELLED`. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds until `TIMEOUT`; 5000 if not given. */
  readonly timeoutMs?: number | undefined;
}

const defaultTimeoutMs = 5000;

/**
 * The calls that MicroSIP keeps: in its ini up to 3.22.3, in `call_log.db` since 3.22.5 (facts F.1). It may run
 * meanwhile; its files are only read, and never locked.
 *
 * @example
 * ```ts
 * const missed = await phone.history.list({ type: 'missed', since: '2026-11-22', limit: 10 });
 * ```
 */
export class CallHistory {
  readonly #files: Pick<PhoneFiles, 'settings' | 'callLog'>;

  /**
   * The history of a phone found some other way; `MicroSip.history` is that of a connected one.
   *
   * @param files - the ini and the database; neither need exist
   */
  constructor(files: Pick<PhoneFiles, 'settings' | 'callLog'>) {
    this.#files = files;
  }

  /**
   * The calls that fit, newest first. Where an old version ran after a new one there are calls in both places: they
   * are all told, each once.
   *
   * @param query - which calls
   * @param options - limits
   * @throws MicroSipError `SETTINGS_DAMAGED` when a file is not what MicroSIP writes; `SETTINGS_BUSY` when it cannot be
   * read now; `INVALID_ARGUMENT` for a time or limit that is none; `TIMEOUT` when it took longer, such as for a
   * database that is written all the time; `CANCELLED`
   * @example
   * ```ts
   * const calls = await phone.history.list({ number: '+49 30 1234567' });
   * ```
   */
  async list(query: HistoryQuery = {}, options: HistoryOptions = {}): Promise<readonly CallRecord[]> {
    const filter = callFilter(query);
    const { TimeLimit } = await import('../settings/transaction/time-limit.ts');
    const { timeoutMs = defaultTimeoutMs } = options;
    using limit = new TimeLimit(timeoutMs, options.signal);
    const { signal } = limit;
    try {
      // In this order nothing is missed while MicroSIP moves its calls from the ini to the database.
      const older = await this.#inIni(filter, signal);
      const newer = await this.#inDatabase(filter, signal);
      return merged(newer, older).slice(0, filter.limit);
    } catch (error) {
      if (!signal.aborted || error instanceof MicroSipError) throw error;
      if (options.signal?.aborted === true) {
        throw new MicroSipError('CANCELLED', 'Reading the call history was cancelled.', { cause: error });
      }
      throw new MicroSipError(
        'TIMEOUT',
        `Reading the call history took longer than ${timeoutMs} ms: it is long, or was being written all the time. ` +
          'Try again, or allow more time (--timeout).',
        { cause: error },
      );
    }
  }

  /**
   * A text that is another one once the calls may have changed: cheap enough to be asked for every few seconds, which
   * is the way to follow a history. It stands for the files, so that another phone's is another one too.
   *
   * @throws MicroSipError `SETTINGS_DAMAGED` or `SETTINGS_BUSY` when the files cannot be looked at
   * @example
   * ```ts
   * const known = await phone.history.revision();
   * const calls = await phone.history.list();
   * if ((await phone.history.revision()) !== known) console.log(`${calls.length} calls are no longer all.`);
   * ```
   */
  async revision(): Promise<string> {
    const { fileStamp } = await import('../settings/transaction/file-stamp.ts');
    const { callLogStamp } = await import('./call-log/call-log-stamp.ts');
    const { callLog, settings } = this.#files;
    return JSON.stringify([callLog, await callLogStamp(callLog), settings, await fileStamp(settings)]);
  }

  async #inDatabase(filter: CallFilter, signal: AbortSignal): Promise<readonly CallRecord[]> {
    const { readCallLog } = await import('./call-log/read-call-log.ts');
    return await readCallLog(this.#files.callLog, filter, signal);
  }

  async #inIni(filter: CallFilter, signal: AbortSignal): Promise<readonly CallRecord[]> {
    const { readIniCalls } = await import('./ini/read-ini-calls.ts');
    return (await readIniCalls(this.#files.settings, signal)).filter(filter.fits);
  }
}

/** Calls of both places by their time, newest first; one that was taken over into the database is told once. */
function merged(newer: readonly CallRecord[], older: readonly CallRecord[]): readonly CallRecord[] {
  if (older.length === 0) return newer;
  const known = new Set(newer.map(sameness));
  const others = older.filter((record) => !known.has(sameness(record)));
  return [...newer, ...others].sort((left, right) => Date.parse(right.at) - Date.parse(left.at));
}

/** Where a field had a semicolon, MicroSIP took it over as two. */
function sameness({ at, number, type }: CallRecord): string {
  return JSON.stringify([at, type, number.split(';', 1)]);
}
