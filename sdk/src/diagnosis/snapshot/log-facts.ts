import { access, constants, stat } from 'node:fs/promises';

import { isLogWritten } from '../../events/log/log-control.ts';
import { logFileAtEnd } from '../../events/log/log-file-at-end.ts';
import { sightingOf } from '../../events/phone-process/sighting-of.ts';
import type { PhoneProcess } from '../../installation/processes/phone-process.ts';
import { isSystemError } from '../../system-error.ts';

/** The log of a phone. */
export interface LogFacts {
  readonly path: string;
  readonly state: 'readable' | 'missing' | 'unreadable';
  /** Why it cannot be read. */
  readonly reason: string | undefined;
  /** Bytes; 0 where it cannot be read. */
  readonly size: number;
  /** Whether the phone that runs writes it. */
  readonly written: boolean | 'unknown';
}

/** Looks at the end of a log, and whether it is that of the phone that runs. */
export async function logFacts(
  path: string,
  processes: readonly PhoneProcess[] | 'unknown',
  now: number,
  signal: AbortSignal,
): Promise<LogFacts> {
  const sighting = processes === 'unknown' ? processes : sightingOf(processes);
  const reason = await whyUnreadable(path);
  if (reason !== undefined) return { path, state: 'unreadable', reason, size: 0, written: 'unknown' };
  const file = await logFileAtEnd(path, signal);
  const written = isLogWritten(sighting, file, new Date(now));
  return { path, state: file === undefined ? 'missing' : 'readable', reason, size: file?.size ?? 0, written };
}

async function whyUnreadable(path: string): Promise<string | undefined> {
  try {
    // Something else than a file, such as a pipe, might never end.
    if (!(await stat(path)).isFile()) return `${path} is not a file`;
    await access(path, constants.R_OK);
    return undefined;
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return undefined;
    return error instanceof Error ? error.message : String(error);
  }
}
