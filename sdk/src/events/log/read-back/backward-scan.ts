import { timeAt } from '../parsing/log-line.ts';
import type { RandomAccess } from '../../following/followed-file.ts';
import { LogTimeline } from './log-timeline.ts';
import { MessageExtents, messageReach } from './message-extents.ts';

/** A line of the log that counts. */
export interface FoundLine {
  /** Where the line begins. */
  readonly position: number;
  /** Where the next one begins. */
  readonly end: number;
}

/** How much is looked through in one step. */
export const stepLength = 1024 * 1024;
/** Between two places whose time is noted never lies a day: the stack registers again more often than that. */
const timeSpacing = 64 * 1024;
/** Lines that count are shorter. */
const lineReach = 512;
/** PJSIP's states of an INVITE session are in capitals, those of transactions are not. */
const callBegins = Buffer.from('State changed from NULL to ');
/** Written `DISCONNCTD` before PJSIP 2.11 or so. */
const callEnds = Buffer.from('DISCONN');
const stackChanges = Buffer.from('PJSUA ');
const registers = Buffer.from('registration ');
const accountLeaves = Buffer.from(': Unregistration sent');

const timedLine = /^\d\d:\d\d:\d\d\.\d{3} /u;
const sessionState = / (inv\S+)[ !]+\.*State changed from \S+ to ([A-Z]+)/u;
/** While the stack closes, calls may still be up. */
const stackBoundary =
  / pjsua_core\.c[ !]+\.*PJSUA (?:destroyed|state changed: \S+ --> (?:INIT|STARTING|RUNNING))/u;
const registrationResult = / pjsua_acc\.c .*registration (?:success|failed|error|updated)/u;
const unregistrationSent = / pjsua_acc\.c[ !]+\.*Acc (\d+): Unregistration sent/u;
/** An account that is deleted unregisters at once; between the two stands little more than its REGISTER. */
const deletionReach = 8192;

/**
 * Looks through a log from its end to its beginning for what the present state of the phone depends on: the calls that
 * began and have not ended, the last word on the registration, and the start of the SIP stack, before which nothing
 * matters. It looks only for a few words, so that it is as fast as the file can be read; where it errs, a call too many
 * is found, and never one too few.
 */
export class BackwardScan {
  /** When the lines were written that were looked through. */
  readonly timeline: LogTimeline;
  readonly #file: RandomAccess;
  readonly #stepLength: number;
  /** Sessions of which the last word was found. */
  readonly #known = new Set<string>();
  readonly #end: number;
  #position: number;
  #oldestLiveCall: number | undefined;
  #registration: FoundLine | undefined;
  #stack: FoundLine | undefined;
  #complete = false;

  /**
   * @param end - where to begin, going backwards
   * @param written - when the log was last written
   * @param length - how much is looked through in one step
   */
  constructor(file: RandomAccess, end: number, written: Date, length = stepLength) {
    this.#file = file;
    this.#stepLength = length;
    this.timeline = new LogTimeline(written);
    this.#end = end;
    this.#position = end;
    this.#complete = end === 0;
  }

  /** Everything from here to the end was looked through. */
  get position(): number {
    return this.#position;
  }

  /** Whether nothing older can matter. */
  get complete(): boolean {
    return this.#complete;
  }

  /** Where the oldest call begins that was not seen to end. */
  get oldestLiveCall(): number | undefined {
    return this.#oldestLiveCall;
  }

  /** The line that tells the last registration, or its end or failure, or that an account leaves. */
  get registration(): FoundLine | undefined {
    return this.#registration;
  }

  /** The line that tells that the SIP stack started, or that it is gone. */
  get stack(): FoundLine | undefined {
    return this.#stack;
  }

  /** Looks through the next older part. */
  async step(): Promise<void> {
    if (this.#complete) return;
    const end = this.#position;
    const start = Math.max(0, end - this.#stepLength);
    const windowStart = Math.max(0, start - messageReach);
    // What was written since belongs to those who follow the log.
    const length = Math.min(end + lineReach, this.#end) - windowStart;
    const window = new LogWindow(await this.#file.read(windowStart, length), windowStart);
    this.#noteTimes(window, start - windowStart, end - windowStart);
    this.#search(window, start - windowStart, end - windowStart);
    this.#position = start;
    if (start === 0) this.#complete = true;
  }

  #noteTimes(window: LogWindow, from: number, to: number): void {
    for (let mark = to; mark > from; mark -= timeSpacing) {
      const line = window.lastTimedLine(Math.max(from, mark - timeSpacing), mark);
      if (line !== undefined) this.timeline.addEarlier(window.positionOf(line.start), line.timeOfDay);
    }
  }

  #search(window: LogWindow, from: number, to: number): void {
    const stack = this.#findStack(window, from, to);
    const start = stack ?? from;
    this.#registration ??= later(
      window.last(registers, start, to, (line) => registrationResult.test(line.text)),
      window.last(accountLeaves, start, to, (line) => isOfDeletion(window, line)),
    );
    const changes = [
      ...window.all(callBegins, start, to).map((at) => ({ at, begins: true })),
      ...window.all(callEnds, start, to).map((at) => ({ at, begins: false })),
    ].sort((one, other) => other.at - one.at);
    for (const { at, begins } of changes) {
      const line = window.lineAt(at);
      const [, session, after] = sessionState.exec(line.text) ?? [];
      // An address in memory is used again, and a session begins again when it is asked for a password: only what is
      // said of it last tells whether it is up.
      if (session === undefined || after === undefined || this.#known.has(session)) continue;
      const ends = after.startsWith('DISCONN');
      if (begins && !ends) this.#oldestLiveCall = window.positionOf(line.start);
      if ((begins || ends) && window.isGenuine(line)) this.#known.add(session);
    }
  }

  /** @returns where the stack started, if it did in this part; nothing older matters then */
  #findStack(window: LogWindow, from: number, to: number): number | undefined {
    const found = window.last(stackChanges, from, to, (line) => stackBoundary.test(line.text));
    if (found === undefined) return undefined;
    this.#stack = found;
    this.#complete = true;
    return window.offsetOf(found.position);
  }
}

/** Whether an account unregisters because it is being deleted, when no answer will be told. */
function isOfDeletion(window: LogWindow, { start, text }: WindowLine): boolean {
  const number = unregistrationSent.exec(text)?.[1];
  return number !== undefined && window.before(start, deletionReach).includes(`Deleting account ${number}..`);
}

function later(one: FoundLine | undefined, other: FoundLine | undefined): FoundLine | undefined {
  return (one?.position ?? -1) > (other?.position ?? -1) ? one : other;
}

/** A line in a {@link LogWindow}. */
interface WindowLine {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A part of the log in memory. */
class LogWindow {
  readonly #text: Buffer;
  readonly #position: number;
  readonly #messages: MessageExtents;

  constructor(text: Buffer, position: number) {
    this.#text = text;
    this.#messages = new MessageExtents(text);
    this.#position = position;
  }

  positionOf(offset: number): number {
    return this.#position + offset;
  }

  offsetOf(position: number): number {
    return position - this.#position;
  }

  all(needle: Buffer, from: number, to: number): number[] {
    const found: number[] = [];
    for (let at = this.#text.indexOf(needle, from); at !== -1 && at < to;) {
      found.push(at);
      at = this.#text.indexOf(needle, at + needle.length);
    }
    return found;
  }

  last(
    needle: Buffer,
    from: number,
    to: number,
    accept: (line: WindowLine) => boolean,
  ): FoundLine | undefined {
    for (let at = to; at > from;) {
      at = this.#text.lastIndexOf(needle, at - 1);
      if (at < from) return undefined;
      const line = this.lineAt(at);
      if (accept(line) && this.isGenuine(line)) {
        return { position: this.positionOf(line.start), end: this.positionOf(line.end) };
      }
    }
    return undefined;
  }

  before(offset: number, length: number): Buffer {
    return this.#text.subarray(Math.max(0, offset - length), offset);
  }

  lineAt(offset: number): WindowLine {
    const start = this.#text.lastIndexOf(0x0a, offset) + 1;
    const newline = this.#text.indexOf(0x0a, offset);
    const end = newline === -1 ? this.#text.length : newline + 1;
    const tooLong = end - start > 2 * lineReach;
    return { start, end, text: tooLong ? '' : this.#text.toString('latin1', start, end) };
  }

  lastTimedLine(
    from: number,
    to: number,
  ): { readonly start: number; readonly timeOfDay: number } | undefined {
    for (let feed = to; feed >= from;) {
      feed = feed === 0 ? -1 : this.#text.lastIndexOf(0x0a, feed - 1);
      const start = feed + 1;
      if (start < from) return undefined;
      const timeOfDay = start < to ? timeAt(this.#text, start) : -1;
      if (timeOfDay >= 0 && !this.#messages.cover(start)) return { start, timeOfDay };
    }
    return undefined;
  }

  /** Whether a line is complete and of the log itself: what stands in messages is what others wrote. */
  isGenuine({ start, text }: WindowLine): boolean {
    return text.endsWith('\n') && timedLine.test(text) && !this.#messages.cover(start);
  }
}
