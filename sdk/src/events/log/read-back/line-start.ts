import { MessageExtents, messageReach } from './message-extents.ts';
import type { RandomAccess } from '../../following/followed-file.ts';

const lineFeed = 0x0a;
const timed = /^\d\d:\d\d:\d\d\.\d{3} /u;
const timeLength = 'HH:MM:SS.mmm '.length;

/**
 * Where the first line of the log at or behind a position begins, so that a parser that begins there takes nothing in
 * a message for a line.
 */
export async function lineStart(file: RandomAccess, position: number): Promise<number> {
  if (position <= 0) return 0;
  const from = Math.max(0, position - messageReach);
  const text = await file.read(from, position - from + 2 * messageReach);
  const messages = new MessageExtents(text);
  const first = position - from;
  for (let feed = text.indexOf(lineFeed, first - 1); feed !== -1; feed = text.indexOf(lineFeed, feed + 1)) {
    const start = feed + 1;
    const isLine = timed.test(text.toString('latin1', start, start + timeLength));
    if (isLine && !messages.cover(start)) return from + start;
  }
  return position;
}
