/** Addresses of the network a simulated phone is in; from a block that is reserved for examples (RFC 5737). */
export const phoneHost = '192.0.2.10';
export const peerHost = '192.0.2.20';
export const sipPort = 5060;

/** An object of PJSIP's by its address in memory, as a log names it. */
export function objectName(kind: string): string {
  return `${kind}0x${randomHexadecimal(4)}`;
}

/** A tag of a From or To header. */
export function tag(): string {
  return randomIdentifier();
}

/** A branch of a Via header. */
export function branch(): string {
  return `z9hG4bKPj${randomIdentifier()}`;
}

/** A first sequence number. */
export function firstSequence(): number {
  return 1000 + Number.parseInt(randomHexadecimal(2), 16);
}

/** A Call-ID, or what else has to be like nothing else; in the form of a UUID, as PJSIP makes them. */
export function randomIdentifier(): string {
  return [4, 2, 2, 2, 6].map(randomHexadecimal).join('-');
}

// Not `crypto.randomUUID`: a page that came over plain HTTP has none.
function randomHexadecimal(bytes: number): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
