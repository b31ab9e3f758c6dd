import { open, type FileHandle } from 'node:fs/promises';

import { firstBytes } from './first-bytes.ts';
import { LogCalendar } from './log-calendar.ts';
import type { LogEvent } from './log-event.ts';
import { LogLength } from './log-length.ts';
import { LogParser, type LogParserOptions } from './log-parser.ts';

/**
 * Everything that a log tells, from its beginning to where it ends now.
 *
 * @param path - the log; nothing where there is none
 */
export async function wholeLog(
  path: string,
  options: LogParserOptions,
  signal: AbortSignal,
): Promise<readonly LogEvent[]> {
  await using log = await openIfThere(path);
  if (log === undefined) return [];
  const { mtime, size } = await log.stat();
  const bytes = (): AsyncIterable<Uint8Array> => firstBytes(log, size, signal);
  const parser = new LogParser(LogCalendar.of(await LogLength.measure(bytes()), mtime), options);
  const events: LogEvent[] = [];
  for await (const chunk of bytes()) events.push(...parser.push(chunk));
  signal.throwIfAborted();
  events.push(...parser.end());
  return events;
}

async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r');
  } catch {
    // A log that is missing or locked tells nothing; following it waits for it.
    return undefined;
  }
}
