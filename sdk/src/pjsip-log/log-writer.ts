import { oneLine } from '../one-line.ts';
import { byteLength, printMessage, titleOf, type SipMessage } from './sip-message.ts';

/** Which of the phone's threads writes; PJSIP marks the first line of a thread after another one's with `!`. */
export type LogThread = 'interface' | 'sip';

/** Where a message goes to or comes from. */
export interface Transport {
  readonly name: 'UDP' | 'TCP' | 'TLS';
  readonly address: string;
}

/** Width in which PJSIP right-aligns the module that writes a line. */
const moduleWidth = 22;

/** Writes lines in the form of PJSIP's log, as MicroSIP sets it up (facts F.3). */
export class LogWriter {
  readonly #now: () => number;
  readonly #write: (text: string) => void;
  #thread: LogThread = 'interface';

  /** @param now - milliseconds since the epoch */
  constructor(now: () => number, write: (text: string) => void) {
    this.#now = now;
    this.#write = write;
  }

  /**
   * One line. Its text may be remote: a line break in it never begins a line of its own.
   *
   * @param module - a source file or an object, such as `inv0x0a5b1c34`
   * @param depth - how deeply nested PJSIP was when it wrote it
   */
  line(thread: LogThread, module: string, depth: number, text: string): void {
    this.#entry(thread, module, depth, oneLine(text));
  }

  /** A message that leaves. */
  sent(thread: LogThread, depth: number, message: SipMessage, id: string, to: Transport): void {
    this.#message(thread, depth, 'TX', 'to', message, id, to);
  }

  /** A message that arrives; it is always the SIP stack's thread that reads it. */
  received(message: SipMessage, id: string, from: Transport): void {
    this.line('sip', 'sip_endpoint.c', 0, `Processing incoming message: ${titleOf(message)} (${id})`);
    this.#message('sip', 1, 'RX', 'from', message, id, from);
  }

  #message(
    thread: LogThread,
    depth: number,
    direction: 'TX' | 'RX',
    preposition: 'to' | 'from',
    message: SipMessage,
    id: string,
    transport: Transport,
  ): void {
    const text = printMessage(message);
    // PJSIP ends its own lines with CR LF, but these inner ones with LF alone.
    this.#entry(
      thread,
      'pjsua_core.c',
      depth,
      `${direction} ${byteLength(text)} bytes ${titleOf(message)} (${id}) ${preposition} ` +
        `${transport.name} ${transport.address}:\n${text}\n--end msg--`,
    );
  }

  #entry(thread: LogThread, module: string, depth: number, text: string): void {
    const mark = thread === this.#thread ? ' ' : '!';
    this.#thread = thread;
    this.#write(`${this.#time()} ${module.padStart(moduleWidth)} ${mark}${'.'.repeat(depth)}${text}\r\n`);
  }

  #time(): string {
    const now = new Date(this.#now());
    const two = (part: number): string => String(part).padStart(2, '0');
    const clock = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':');
    return `${clock}.${String(now.getMilliseconds()).padStart(3, '0')}`;
  }
}
