import { MicroSipError } from '../microsip-error.ts';
import { nameMatcher } from '../target/name-match.ts';
import { numberMatcher } from '../target/number-match.ts';
import type { CallRecord, CallRecordType } from './call-record.ts';

/** Which calls. What is left out fits every call. */
export interface HistoryQuery {
  /** The other side's number, in any notation. */
  readonly number?: string | undefined;
  /** Words that begin words of the other side's name; case and diacritics do not matter. */
  readonly name?: string | undefined;
  /** What the call was; one or several. */
  readonly type?: CallRecordType | readonly CallRecordType[] | undefined;
  /** Calls that began then or later: a date, or text that `Date` reads. */
  readonly since?: Date | string | undefined;
  /** Calls that began before. */
  readonly until?: Date | string | undefined;
  /** At most so many, the newest ones; 1000 if not given, which is all that MicroSIP keeps. */
  readonly limit?: number | undefined;
}

/** A query whose values were checked. */
export interface CallFilter {
  readonly fits: (record: CallRecord) => boolean;
  /** Milliseconds since 1970, or infinite. */
  readonly since: number;
  readonly until: number;
  readonly limit: number;
}

/** MicroSIP keeps that many (facts F.1). */
const defaultLimit = 1000;

/** @throws MicroSipError `INVALID_ARGUMENT` for a time or a limit that is none */
export function callFilter(query: HistoryQuery): CallFilter {
  const { number, name, type, limit = defaultLimit } = query;
  const since = timeOf('since', query.since) ?? Number.NEGATIVE_INFINITY;
  const until = timeOf('until', query.until) ?? Number.POSITIVE_INFINITY;
  if (!Number.isSafeInteger(limit) || limit < 1) {
    throw new MicroSipError('INVALID_ARGUMENT', `A limit is a whole number from 1 on, not ${limit}.`);
  }
  const isWanted = number === undefined ? undefined : numberMatcher(number);
  const isNamed = name === undefined ? undefined : nameMatcher(name);
  const types = type === undefined ? undefined : new Set([type].flat());
  const fits = (record: CallRecord): boolean => {
    const at = Date.parse(record.at);
    return (
      at >= since &&
      at < until &&
      (types === undefined || types.has(record.type)) &&
      (isWanted === undefined || isWanted(record.number)) &&
      (isNamed === undefined || (record.name !== undefined && isNamed(record.name)))
    );
  };
  return { fits, since, until, limit };
}

function timeOf(option: string, value: Date | string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const time = new Date(value).getTime();
  if (!Number.isNaN(time)) return time;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `“${String(value)}” is no time for \`${option}\`; write one such as 2026-11-22T08:30:00Z.`,
  );
}
