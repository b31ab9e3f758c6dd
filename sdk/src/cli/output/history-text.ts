import type { CallRecord } from '../../history/call-record.ts';
import { column } from './column.ts';
import type { Terminal } from './terminal.ts';
import { escapeForTerminal } from './terminal-text.ts';

/** Calls of the history, one a line. */
export function callRecordsText(terminal: Terminal, records: readonly CallRecord[]): string {
  const lines = records.map((record) => ({
    at: localTime(record.at),
    type: record.type,
    duration: durationText(record.durationSeconds),
    party: escapeForTerminal(partyText(record)),
    info: escapeForTerminal(record.info ?? ''),
  }));
  const toType = column(lines.map(({ type }) => type));
  const toParty = column(lines.map(({ party }) => party));
  const durations = lines.reduce((longest, { duration }) => Math.max(longest, duration.length), 0);
  return lines
    .map(({ at, duration, info, party, type }) => {
      const kind = type === 'missed' ? terminal.style('red', toType(type)) : toType(type);
      const end = info === '' ? party : `${toParty(party)}  ${terminal.style('dim', info)}`;
      return `${terminal.style('dim', at)}  ${kind}  ${duration.padStart(durations)}  ${end}`;
    })
    .join('\n');
}

/** MicroSIP repeats the number where it knows no name. */
function partyText({ name, number }: CallRecord): string {
  return name === undefined || name === number ? number : `${name} (${number})`;
}

function durationText(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = twoDigits(seconds % 60);
  return hours > 0 ? `${hours}:${twoDigits(minutes)}:${rest}` : `${minutes}:${rest}`;
}

function localTime(at: string): string {
  const time = new Date(at);
  const date = [time.getFullYear(), time.getMonth() + 1, time.getDate()].map(twoDigits).join('-');
  return `${date} ${[time.getHours(), time.getMinutes(), time.getSeconds()].map(twoDigits).join(':')}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
