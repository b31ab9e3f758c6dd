import { randomBytes, randomUUID } from 'node:crypto';

/** Addresses of the network a simulated phone is in; from a block that is reserved for examples (RFC 5737). */
export const phoneHost = '192.0.2.10';
export const peerHost = '192.0.2.20';
export const sipPort = 5060;

/** An object of PJSIP's by its address in memory, as a log names it. */
export function objectName(kind: string): string {
  return `${kind}0x${randomBytes(4).toString('hex')}`;
}

/** A tag of a From or To header. */
export function tag(): string {
  return randomUUID();
}

/** A branch of a Via header. */
export function branch(): string {
  return `z9hG4bKPj${randomUUID()}`;
}

/** A first sequence number. */
export function firstSequence(): number {
  return 1000 + randomBytes(2).readUInt16BE();
}
