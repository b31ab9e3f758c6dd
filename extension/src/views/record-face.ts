import type { CallRecord } from 'microsip-sdk';

import { callerWords, nameWords, shortCallerWords } from '../known-callers.ts';
import type { Localization } from '../localization.ts';
import { remoteText } from '../remote-text.ts';
import { runningTime } from '../status-bar/running-time.ts';
import { hoverLength, joined } from './face-texts.ts';
import type { NodeFace, NodeIcon } from './view-node.ts';

/** When and where somebody looks at a list of calls. */
export interface Onlooker {
  /** Unix milliseconds. */
  readonly now: number;
  /** As the editor speaks, such as `de`. */
  readonly locale: string;
  /** The system's, if not given. */
  readonly timeZone?: string | undefined;
}

/**
 * A call in the view Recent.
 *
 * @param isDialable - whether its number can be called again
 * @param contact - the name that the user's own contacts have for the number
 */
export function recordFace(
  record: CallRecord,
  isDialable: boolean,
  onlooker: Onlooker,
  l10n: Localization,
  contact?: string,
): NodeFace {
  const at = momentWords(record.at, onlooker);
  const missed = record.type === 'missed' ? l10n.t('missed') : '';
  return {
    label: shortCallerWords(record, l10n, contact),
    description: joined(missed, at),
    icon: recordIcon(record),
    tooltip: tooltipOf(record, onlooker, l10n, contact),
    spoken: `${typeWords(record, l10n)}: ${callerWords(record, l10n, contact)}, ${at}`,
    kind: isDialable ? 'record.dialable' : 'record',
  };
}

function recordIcon({ type }: CallRecord): NodeIcon {
  switch (type) {
    case 'missed':
      return { name: 'call-incoming', color: 'errorForeground' };
    case 'incoming':
      return { name: 'call-incoming' };
    case 'answered-elsewhere':
      return { name: 'call-incoming', color: 'disabledForeground' };
    case 'outgoing':
      return { name: 'call-outgoing' };
    case 'unknown':
      return { name: 'question' };
  }
}

function typeWords({ type }: CallRecord, l10n: Localization): string {
  switch (type) {
    case 'missed':
      return l10n.t('Missed call');
    case 'incoming':
      return l10n.t('Incoming call');
    case 'answered-elsewhere':
      return l10n.t('Call answered elsewhere');
    case 'outgoing':
      return l10n.t('Outgoing call');
    case 'unknown':
      return l10n.t('Call');
  }
}

function tooltipOf(
  record: CallRecord,
  onlooker: Onlooker,
  l10n: Localization,
  contact: string | undefined,
): readonly string[] {
  const known = [remoteText(record.number, hoverLength), ...nameWords(record, contact, l10n, hoverLength)];
  const at = formatted(record.at, { dateStyle: 'full', timeStyle: 'medium' }, onlooker);
  const duration = record.durationSeconds > 0 ? runningTime(record.durationSeconds * 1000) : '';
  return [
    ...new Set(known.filter((text) => text !== '')),
    joined(typeWords(record, l10n), duration, remoteText(record.info ?? '', hoverLength)),
    at,
  ];
}

/** The time of a call of today, the day and the time of an older one, the year of one that is older still. */
function momentWords(at: string, onlooker: Onlooker): string {
  const time = { hour: 'numeric', minute: '2-digit' } as const;
  if (localDay(at, onlooker) === localDay(onlooker.now, onlooker)) return formatted(at, time, onlooker);
  const day = { day: 'numeric', month: 'short' } as const;
  const isThisYear =
    formatted(at, { year: 'numeric' }, onlooker) === formatted(onlooker.now, { year: 'numeric' }, onlooker);
  return formatted(at, isThisYear ? { ...day, ...time } : { ...day, year: 'numeric' }, onlooker);
}

/** The day by the onlooker's calendar. */
export function localDay(at: string | number, onlooker: Onlooker): string {
  return formatted(at, { day: '2-digit', month: '2-digit', year: 'numeric' }, onlooker);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than a hundred uses of it. */
function formatted(
  at: string | number,
  options: Intl.DateTimeFormatOptions,
  { locale, timeZone }: Onlooker,
): string {
  const key = JSON.stringify([locale, timeZone, options]);
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, { ...options, ...(timeZone !== undefined && { timeZone }) });
    formats.set(key, format);
  }
  return format.format(new Date(at));
}
