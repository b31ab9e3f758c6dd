import { isSystemError } from '../../system-error.ts';
import { LogSource } from './log-source.ts';
import { stat } from 'node:fs/promises';

/** A log, as it is at its end. */
export interface LogFileAtEnd {
  /** In bytes. */
  readonly size: number;
  readonly writtenAt: Date;
  /** Whether the SIP stack that wrote it said goodbye. A stack that was killed did not. */
  readonly stackEnded: boolean;
}

/**
 * Looks at the end of a log.
 *
 * @returns nothing where there is none
 */
export async function logFileAtEnd(path: string, signal: AbortSignal): Promise<LogFileAtEnd | undefined> {
  let found: { readonly size: number; readonly mtime: Date };
  try {
    found = await stat(path);
  } catch (error) {
    if (isSystemError(error, 'ENOENT', 'ENOTDIR')) return undefined;
    throw error;
  }
  for await (const observation of new LogSource(path).observe(signal)) {
    if (observation.type !== 'history') continue;
    const stack = observation.events.findLast(({ type }) => type === 'stack');
    const stackEnded = stack?.type === 'stack' && stack.state === 'ended';
    return { size: found.size, writtenAt: found.mtime, stackEnded };
  }
  signal.throwIfAborted();
  return undefined;
}
