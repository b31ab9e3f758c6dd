import { oneLine } from '../one-line.ts';

/** A SIP message as a log shows it. */
export type SipMessage = SipRequest | SipResponse;

/** A request. */
export interface SipRequest {
  readonly method: string;
  readonly uri: string;
  readonly sequence: number;
  readonly headers: readonly SipHeader[];
  readonly body?: SipBody;
}

/** A response to a request. */
export interface SipResponse {
  readonly status: number;
  readonly reason: string;
  readonly method: string;
  readonly sequence: number;
  readonly headers: readonly SipHeader[];
  readonly body?: SipBody;
}

/** Name and value; without a value the header is left out. */
export type SipHeader = readonly [name: string, value: string | undefined];

/** What a message carries, with line ends of CR LF. */
export interface SipBody {
  readonly type: string;
  readonly text: string;
}

/** What PJSIP calls a message in its log. */
export function titleOf(message: SipMessage): string {
  const { method, sequence } = message;
  return 'status' in message
    ? `Response msg ${message.status}/${method}/cseq=${sequence}`
    : `Request msg ${method}/cseq=${sequence}`;
}

/** The text of a message. Header values are remote text: a line break in one never begins a line of its own. */
export function printMessage(message: SipMessage): string {
  const start =
    'status' in message
      ? `SIP/2.0 ${message.status} ${oneLine(message.reason)}`
      : `${message.method} ${oneLine(message.uri)} SIP/2.0`;
  const headers = message.headers.flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${oneLine(value)}`],
  );
  const { body } = message;
  if (body === undefined) return [start, ...headers, 'Content-Length:  0', '', ''].join('\r\n');
  const length = String(byteLength(body.text)).padStart(5);
  return [start, ...headers, `Content-Type: ${body.type}`, `Content-Length: ${length}`, '', body.text].join(
    '\r\n',
  );
}

const utf8 = new TextEncoder();

/** How many bytes a text has on the wire. */
export function byteLength(text: string): number {
  return utf8.encode(text).length;
}
