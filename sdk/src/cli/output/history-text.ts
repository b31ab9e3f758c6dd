import type { CallRecord } from '../../history/call-record.ts';
import type { Terminal } from './terminal.ts';
import { escapeForTerminal } from './terminal-text.ts';

/** Calls of the history, one a line. */
export function callRecordsText(terminal: Terminal, records: readonly CallRecord[]): string {
  const width = (texts: readonly string[]): number => Math.max(0, ...texts.map(({ length }) => length));
  const lines = records.map((record) => ({
    at: localTime(record.at),
    type: record.type,
    duration: durationText(record.durationSeconds),
    party: escapeForTerminal(partyText(record)),
    info: escapeForTerminal(record.info ?? ''),
  }));
  const types = width(lines.map(({ type }) => type));
  const durations = width(lines.map(({ duration }) => duration));
  return lines
    .map(({ at, duration, info, party, type }) => {
      const kind = type === 'missed' ? terminal.style('red', type.padEnd(types)) : type.padEnd(types);
      const end = info === '' ? '' : `  ${terminal.style('dim', info)}`;
      return `${terminal.style('dim', at)}  ${kind}  ${duration.padStart(durations)}  ${party}${end}`;
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
