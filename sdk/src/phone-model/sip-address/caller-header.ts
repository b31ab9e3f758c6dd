/**
 * The From header of an incoming call.
 *
 * @param from - a From header, which is taken as it is, or else a number or name of a caller
 * @param domain - where such a caller is from
 */
export function callerHeader(from: string, domain: string): string {
  if (/sips?:|tel:/iu.test(from)) return from;
  // What may not stand in the user part of an address is escaped, as every SIP device does (RFC 3261, 25.1).
  const user = encodeURIComponent(from.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /%(?:26|3D|2B|24|2C|3B|3F|2F)/gu,
    decodeURIComponent,
  );
  return user === '' ? `<sip:${domain}>` : `<sip:${user}@${domain}>`;
}
