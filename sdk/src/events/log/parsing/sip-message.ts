import type { CallSide } from '../../call-event.ts';

/** Which way a message went, as seen by the phone. */
export type MessageWay = 'sent' | 'received';

/** A SIP message of the log. Everything in it may be hostile text. */
export interface LoggedMessage {
  readonly way: MessageWay;
  /** Of the request, or of the one that is answered. */
  readonly method: string;
  /** Of a response. */
  readonly status?: number;
  /** Of a request: the address in its first line. */
  readonly requestUri?: string;
  readonly callId: string;
  /** The number in CSeq: a request and its responses have the same. */
  readonly sequence: number;
  /** The value of a header, by its long name in small letters; the first one if there are several. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const shortNames: Readonly<Record<string, string>> = {
  c: 'content-type',
  f: 'from',
  i: 'call-id',
  o: 'event',
  r: 'refer-to',
  t: 'to',
};

/**
 * Reads the message whose bytes a log shows, as far as calls need it.
 *
 * @returns nothing where the bytes are no message with a dialog
 */
export function readMessage(way: MessageWay, bytes: Buffer): LoggedMessage | undefined {
  const [head, body] = headAndBody(bytes.toString('utf8'));
  const [startLine = '', ...lines] = unfolded(head);
  const headers = readHeaders(lines);
  const callId = headers.get('call-id');
  const sequence = /^(\d{1,10})\s+(\S+)$/u.exec(headers.get('cseq') ?? '');
  if (callId === undefined || callId === '' || sequence === null) return undefined;

  const [, number, method = ''] = sequence;
  const common = { way, method, callId, sequence: Number(number), headers, body };
  const status = /^SIP\/2\.0 (\d{3})(?: |$)/u.exec(startLine)?.[1];
  if (status !== undefined) return { ...common, status: Number(status) };
  const request = /^(\S+) (\S.*) SIP\/2\.0$/u.exec(startLine);
  return request?.[1] === method ? { ...common, requestUri: request[2] ?? '' } : undefined;
}

function headAndBody(text: string): readonly [head: string, body: string] {
  const end = /\r?\n\r?\n/u.exec(text);
  return end === null ? [text, ''] : [text.slice(0, end.index), text.slice(end.index + end[0].length)];
}

/** The lines of a head; a header can go on in the next line after a blank (RFC 3261, 7.3.1). */
function unfolded(head: string): string[] {
  return head.replace(/\r?\n[ \t]+/gu, ' ').split(/\r?\n/u);
}

function readHeaders(lines: readonly string[]): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const written = line.slice(0, colon).trimEnd().toLowerCase();
    const name = shortNames[written] ?? written;
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** The side that sent a message. */
export function sideOf({ way }: LoggedMessage): CallSide {
  return way === 'sent' ? 'local' : 'remote';
}

/** Whether a status asks for a password, after which the request is sent again. */
export function isChallenge(status: number): boolean {
  return status === 401 || status === 407;
}

/** Whether a From or To has a tag; the display name of a hostile one may look like one. */
export function hasTag(address: string): boolean {
  return /;\s*tag\s*=/iu.test(address.slice(address.lastIndexOf('>') + 1));
}

/** The address within a header such as Refer-To: without display name, brackets and what follows them. */
export function addressIn(value: string): string {
  const bracketed = /<([^>]*)>/u.exec(value)?.[1];
  return bracketed ?? value.replace(/;.*$/su, '').trim();
}
