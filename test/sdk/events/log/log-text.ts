/** A SIP message to be shown in a log. */
export interface ShownMessage {
  /** Of a request, its method; of a response, its status. */
  readonly start: string | number;
  readonly method?: string;
  readonly callId?: string;
  readonly sequence?: number;
  readonly from?: string;
  readonly to?: string;
  readonly headers?: readonly string[];
  readonly body?: string;
}

const own = '<sip:100@pbx.test>';
const peer = '<sip:200@pbx.test>';

/** The text of a log as PJSIP writes it, to be put together line by line. */
export class LogText {
  readonly #parts: string[] = [];
  #time = '12:00:00.000';
  #messages = 0;

  /** The time of the next lines. */
  at(time: string): this {
    this.#time = time;
    return this;
  }

  line(sender: string, text: string): this {
    return this.raw(`${this.#time} ${sender.padStart(22)}  ..${text}\r\n`);
  }

  raw(text: string): this {
    this.#parts.push(text);
    return this;
  }

  started(): this {
    return this.line('pjsua_core.c', 'pjsua version 2.15.1 for win32 initialized');
  }

  state(session: string, from: string, to: string): this {
    return this.line(`inv${session}`, `State changed from ${from} to ${to}, event=TSX_STATE`);
  }

  /** A message that leaves; a session that sends it says so before. */
  sent(message: ShownMessage, session?: string): this {
    const id = `tdta0x${String(++this.#messages)}`;
    if (session !== undefined) this.line(`inv${session}`, `Sending ${titleOf(message)} (${id})`);
    return this.#message('TX', 'to', id, message);
  }

  /** A message that arrives; the dialog that takes it says so behind. */
  received(message: ShownMessage, dialog?: string): this {
    const id = `rdata0x${String(++this.#messages)}`;
    this.line('sip_endpoint.c', `Processing incoming message: ${titleOf(message)} (${id})`);
    this.#message('RX', 'from', id, message);
    return dialog === undefined ? this : this.line(`dlg${dialog}`, `Received ${titleOf(message)} (${id})`);
  }

  #message(way: 'TX' | 'RX', preposition: string, id: string, message: ShownMessage): this {
    const text = printed(message);
    const title = `${way} ${String(Buffer.byteLength(text))} bytes ${titleOf(message)} (${id})`;
    return this.raw(
      `${this.#time} ${'pjsua_core.c'.padStart(22)}  ..${title} ${preposition} UDP 192.0.2.20:5060:\n${text}\n--end msg--\r\n`,
    );
  }

  toString(): string {
    return this.#parts.join('');
  }

  toBytes(): Buffer {
    return Buffer.from(this.toString());
  }
}

function methodOf({ method, start }: ShownMessage): string {
  return method ?? (typeof start === 'string' ? start : 'INVITE');
}

function titleOf(message: ShownMessage): string {
  const { sequence = 1, start } = message;
  const kind = typeof start === 'number' ? `Response msg ${String(start)}/` : 'Request msg ';
  return `${kind}${methodOf(message)}/cseq=${String(sequence)}`;
}

/** The message itself. */
export function printed(message: ShownMessage): string {
  const { body = '', callId = 'call-1', from = own, headers = [], sequence = 1, start, to = peer } = message;
  return [
    typeof start === 'number' ? `SIP/2.0 ${String(start)} Reason` : `${start} sip:200@pbx.test SIP/2.0`,
    'Via: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK1',
    `From: ${from};tag=a`,
    `To: ${to}`,
    `Call-ID: ${callId}`,
    `CSeq: ${String(sequence)} ${methodOf(message)}`,
    ...headers,
    `Content-Length: ${String(Buffer.byteLength(body))}`,
    '',
    body,
  ].join('\r\n');
}

/** A session description, as a message has it. */
export function described(
  direction: string,
  more: readonly string[] = [],
): Pick<ShownMessage, 'headers' | 'body'> {
  const lines = ['v=0', 'o=- 1 1 IN IP4 192.0.2.10', 's=-', 't=0 0', 'm=audio 4000 RTP/AVP 8', ...more];
  return {
    headers: ['Content-Type: application/sdp'],
    body: [...lines, ...(direction === '' ? [] : [`a=${direction}`]), ''].join('\r\n'),
  };
}

/** A log in which the phone calls, and the call is answered. */
export function answeredCall(
  log: LogText = new LogText().started(),
  callId = 'call-1',
  session = '0xa',
): LogText {
  return log
    .sent({ start: 'INVITE', callId, ...described('sendrecv') }, session)
    .state(session, 'NULL', 'CALLING')
    .received({ start: 180, callId, to: `${peer};tag=b` }, session)
    .state(session, 'CALLING', 'EARLY')
    .received({ start: 200, callId, to: `${peer};tag=b`, ...described('sendrecv') }, session)
    .state(session, 'EARLY', 'CONNECTING')
    .sent({ start: 'ACK', callId, to: `${peer};tag=b` })
    .state(session, 'CONNECTING', 'CONFIRMED');
}

/** A log in which the phone is called, and rings. */
export function ringingCall(
  invite: Partial<ShownMessage> = {},
  log: LogText = new LogText().started(),
  session = '0xb',
): LogText {
  const callId = invite.callId ?? 'call-1';
  const parties = { callId, from: invite.from ?? peer, to: own };
  return log
    .received({ start: 'INVITE', ...parties, ...described('sendrecv'), ...invite })
    .line(`inv${session}`, `UAS invite session created for dialog dlg${session}`)
    .sent({ start: 100, ...parties }, session)
    .state(session, 'NULL', 'INCOMING')
    .sent({ start: 180, ...parties, to: `${own};tag=b` }, session)
    .state(session, 'INCOMING', 'EARLY');
}
