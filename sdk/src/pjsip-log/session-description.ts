import type { SipBody } from './sip-message.ts';

/** Whether a side sends and receives sound. */
export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** What a side offers or accepts: sound by G.711 and telephone events. */
export function sessionDescription(
  host: string,
  port: number,
  session: number,
  version: number,
  direction: MediaDirection,
): SipBody {
  const lines = [
    'v=0',
    `o=- ${session} ${session + version} IN IP4 ${host}`,
    's=pjmedia',
    'b=AS:84',
    't=0 0',
    'a=X-nat:0',
    `m=audio ${port} RTP/AVP 8 0 101`,
    `c=IN IP4 ${host}`,
    'b=TIAS:64000',
    `a=rtcp:${port + 1} IN IP4 ${host}`,
    `a=${direction}`,
    'a=rtpmap:8 PCMA/8000',
    'a=rtpmap:0 PCMU/8000',
    'a=rtpmap:101 telephone-event/8000',
    'a=fmtp:101 0-16',
  ];
  return { type: 'application/sdp', text: lines.map((line) => `${line}\r\n`).join('') };
}
