import { type DumpForm, findDumpEnd, longestDump } from './dumped-bytes.ts';
import { type LogLine, readLine, senderStart, textStart, timeAt } from './log-line.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const blank = 0x20;
const letter = { d: 0x64, i: 0x69, p: 0x70, s: 0x73, t: 0x74 };

/** PJSIP writes no line longer than 4000 bytes; more without a line feed is no line of its log. */
const longestLine = 16_384;

/** Pieces are joined to what is left of the one before, and so copied; no more is copied at once than this. */
const largestPiece = 1 << 20;

/** What a log consists of, as far as it tells about calls. */
export interface LogReader {
  /** The time of every line, in milliseconds since midnight. */
  time(timeOfDay: number): void;
  /** A line of a module that tells something about calls, registration or the stack itself. */
  line?(line: LogLine, timeOfDay: number): void;
  /** A SIP message that left or arrived: the line above it, and its bytes. */
  message?(line: LogLine, timeOfDay: number, bytes: Buffer): void;
}

/** Cuts the bytes of a log into entries, however they arrive. Memory is bounded whatever the bytes are. */
export class EntryScanner {
  readonly #reader: LogReader;
  /** What was not yet enough for an entry; the first {@link #pendingLength} bytes count. */
  #pending: Buffer = Buffer.alloc(0);
  #pendingLength = 0;
  /** How many pending bytes are known to hold no line feed. */
  #searched = 0;
  /** How many pending bytes there must be before another look makes sense. */
  #needed = 0;
  /** Whether a line that is none is being left out up to its end. */
  #skipping = false;

  constructor(reader: LogReader) {
    this.#reader = reader;
  }

  push(chunk: Buffer): void {
    for (let start = 0; start < chunk.length; start += largestPiece) {
      this.#pushPiece(chunk.subarray(start, start + largestPiece));
    }
  }

  /** What remains is all there is. */
  end(): void {
    const bytes = this.#pending.subarray(0, this.#pendingLength);
    this.#pendingLength = 0;
    this.#scan(bytes, 0, true);
  }

  #pushPiece(piece: Buffer): void {
    if (this.#pendingLength === 0) {
      const scanned = this.#scan(piece, 0, false);
      if (scanned < piece.length) this.#append(piece.subarray(scanned));
      return;
    }
    this.#append(piece);
    if (this.#pendingLength < this.#needed) return;
    const bytes = this.#pending.subarray(0, this.#pendingLength);
    const scanned = this.#scan(bytes, this.#searched, false);
    if (scanned === 0) return;
    bytes.copyWithin(0, scanned);
    this.#pendingLength -= scanned;
  }

  #append(chunk: Buffer): void {
    const length = this.#pendingLength + chunk.length;
    if (length > this.#pending.length) {
      const larger = Buffer.allocUnsafe(Math.max(2 * length, 8192));
      this.#pending.copy(larger, 0, 0, this.#pendingLength);
      this.#pending = larger;
    }
    chunk.copy(this.#pending, this.#pendingLength);
    this.#pendingLength = length;
  }

  /**
   * Reads all entries that are complete.
   *
   * @param searched - how far no line ends
   * @returns how many bytes were read
   */
  #scan(bytes: Buffer, searched: number, complete: boolean): number {
    let position = 0;
    let search = searched;
    this.#searched = 0;
    this.#needed = 0;
    while (position < bytes.length) {
      let feed = bytes.indexOf(lineFeed, search);
      if (feed < 0) {
        if (this.#skipping || bytes.length - position > longestLine) {
          this.#skipping = true;
          return bytes.length;
        }
        if (!complete) {
          this.#searched = bytes.length - position;
          return position;
        }
        feed = bytes.length;
      }
      if (this.#skipping) this.#skipping = false;
      else {
        const next = this.#entry(bytes, position, feed, complete);
        if (next === undefined) return position;
        feed = next - 1;
      }
      position = feed + 1;
      search = position;
    }
    return position;
  }

  /** Reads one line, with the bytes below it. Returns where the next line begins, or nothing if bytes are missing. */
  #entry(bytes: Buffer, start: number, feed: number, complete: boolean): number | undefined {
    const next = feed + 1;
    if (feed - start > longestLine) return next;
    const timeOfDay = timeAt(bytes, start);
    if (timeOfDay < 0) return next;

    const sender = senderStart(bytes, start, feed);
    if (!tells(bytes, sender, feed)) {
      this.#reader.time(timeOfDay);
      return next;
    }
    const end = bytes[feed - 1] === carriageReturn ? feed - 1 : feed;
    const line = readLine(bytes, sender, end);
    const dump = dumpBelow(line);
    if (dump === undefined) {
      this.#reader.time(timeOfDay);
      this.#reader.line?.(line, timeOfDay);
      return next;
    }

    const form: DumpForm = { lineStart: start, start: next, ...dump };
    const extent = findDumpEnd(bytes, form, complete);
    if (extent === 'more') {
      const present = bytes.length - start;
      const announced = next - start + dump.length + dump.endMark.length + 1;
      // Where the count is wrong, a look now and then is enough.
      const counts = dump.length <= longestDump && present < announced;
      this.#needed = counts ? announced : present + longestDump / 16;
      return undefined;
    }
    this.#reader.time(timeOfDay);
    if (extent === undefined) return next;
    if (dump.endMark === messageEnd) {
      this.#reader.message?.(line, timeOfDay, bytes.subarray(next, extent.end));
    }
    return extent.next;
  }
}

const messageEnd = Buffer.from('\n--end msg--');
const packetEnd = Buffer.from('\n-- end of packet.');

/**
 * Below which lines bytes are shown that others wrote: SIP messages, and packets that are none, which nobody must
 * take for lines of the log.
 */
function dumpBelow({ sender, text }: LogLine): Pick<DumpForm, 'length' | 'endMark'> | undefined {
  if (sender === 'pjsua_core.c') {
    const length = /^[RT]X (\d{1,9}) bytes /u.exec(text)?.[1];
    return length === undefined ? undefined : { length: Number(length), endMark: messageEnd };
  }
  if (sender.startsWith('sip_transport')) {
    const length = /^Error processing (\d{1,9}) bytes packet /u.exec(text)?.[1];
    return length === undefined ? undefined : { length: Number(length), endMark: packetEnd };
  }
  return undefined;
}

/** Whether a line is one of those that tell something; a few bytes decide, since most are of no interest. */
function tells(bytes: Buffer, sender: number, end: number): boolean {
  const begins = (word: string, position = sender): boolean => {
    for (let index = 0; index < word.length; index++) {
      if (bytes[position + index] !== word.charCodeAt(index)) return false;
    }
    return true;
  };
  const text = (): number => textStart(bytes, bytes.indexOf(blank, sender), end);
  switch (bytes[sender]) {
    case letter.d:
      return begins('dlg') && begins('Received Re', text());
    case letter.i:
      return begins('inv');
    case letter.p:
      return begins('pjsua_c') || begins('pjsua_acc');
    case letter.s:
      return begins('sip_transport') && begins('Error', text());
    case letter.t:
      return begins('tsx') && begins('State', text());
    default:
      return false;
  }
}
