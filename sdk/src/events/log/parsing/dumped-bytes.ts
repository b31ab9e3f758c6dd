import { timeAt, timeWidth } from './log-line.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Bytes that arrived or left, as a log shows them below a line: so many, and an end mark. */
export interface DumpForm {
  /** Of the line above the bytes. */
  readonly lineStart: number;
  /** Of the first byte shown. */
  readonly start: number;
  /** How many bytes there are, as the line above says. */
  readonly length: number;
  /** What follows them, with the line feed in front. */
  readonly endMark: Buffer;
}

/** Where bytes shown in a log end, and where the log goes on. */
export interface DumpExtent {
  readonly end: number;
  readonly next: number;
}

/** A number of bytes larger than a UDP packet can have is damaged. */
export const longestDump = 65_536;

/** No message has more lines; a log made to keep its reader busy may look as if one had. */
const mostLines = 1024;

/** PJSIP builds each entry in a buffer of this size, one byte of it for the end of the text (`PJ_LOG_MAX_SIZE`). */
const longestEntry = 3999;

/**
 * Where bytes shown in a log end. A count decides, since what they hold can look like an end mark or like lines of a
 * log. Where the count does not fit, the log was cut, damaged or copied with other line ends.
 *
 * @param bytes - the log so far
 * @param complete - whether nothing will follow
 * @returns `'more'` where more of the log decides; nothing where no end can be found
 */
export function findDumpEnd(
  bytes: Buffer,
  dump: DumpForm,
  complete: boolean,
): DumpExtent | 'more' | undefined {
  const { endMark, length, lineStart, start } = dump;
  if (length <= longestDump) {
    if (!complete && bytes.length < start + length + endMark.length + 1) return 'more';
    const counted = endAt(bytes, dump, start + length) ?? endWithoutReturns(bytes, dump);
    if (counted !== undefined) return counted;
  }
  if (start - lineStart + length + endMark.length > longestEntry - 2) {
    if (!complete && bytes.length < lineStart + longestEntry + timeWidth) return 'more';
    const cut = cutEntry(bytes, dump);
    if (cut !== undefined) return cut;
  }
  return markedEnd(bytes, dump, complete);
}

function endAt(bytes: Buffer, { endMark }: DumpForm, position: number): DumpExtent | undefined {
  const mark = bytes[position] === carriageReturn ? position + 1 : position;
  const next = mark + endMark.length;
  return next <= bytes.length && bytes.compare(endMark, 0, endMark.length, mark, next) === 0
    ? { end: position, next }
    : undefined;
}

/** Where the bytes end in a copy of the log whose CR LF became LF: each LF stands for two of those counted. */
function endWithoutReturns(bytes: Buffer, dump: DumpForm): DumpExtent | undefined {
  let remaining = dump.length;
  let position = dump.start;
  for (let lines = 0; lines < mostLines; lines++) {
    const feed = bytes.indexOf(lineFeed, position);
    if (feed < 0 || feed - position + 2 > remaining) return endAt(bytes, dump, position + remaining);
    if (bytes[feed - 1] === carriageReturn) return undefined;
    remaining -= feed - position + 2;
    position = feed + 1;
  }
  return undefined;
}

/** An entry that did not fit into PJSIP's buffer ends where that ends, in the middle of the bytes. */
function cutEntry(bytes: Buffer, { lineStart, start }: DumpForm): DumpExtent | undefined {
  const next = lineStart + longestEntry;
  const cut = next - 2;
  const fits = cut >= start && bytes[cut] === carriageReturn && bytes[cut + 1] === lineFeed;
  return fits && (next === bytes.length || timeAt(bytes, next) >= 0) ? { end: cut, next } : undefined;
}

/** Where the count is wrong: up to the end mark, or to the first line that looks like one of the log. */
function markedEnd(
  bytes: Buffer,
  { endMark, start }: DumpForm,
  complete: boolean,
): DumpExtent | 'more' | undefined {
  const lookahead = Math.max(endMark.length, 1 + timeWidth);
  for (let feed = start - 1; feed >= 0; feed = bytes.indexOf(lineFeed, feed + 1)) {
    if (feed >= start + longestDump) return undefined;
    if (!complete && feed + lookahead > bytes.length) return 'more';
    const next = feed + endMark.length;
    if (next <= bytes.length && bytes.compare(endMark, 0, endMark.length, feed, next) === 0) {
      const returned = feed > start && bytes[feed - 1] === carriageReturn;
      return { end: Math.max(start, returned ? feed - 1 : feed), next };
    }
    if (timeAt(bytes, feed + 1) >= 0) return { end: Math.max(start, feed), next: feed + 1 };
  }
  return complete || bytes.length > start + longestDump ? undefined : 'more';
}
