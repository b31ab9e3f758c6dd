import type { VerifiedVersion } from '../../catalogue/version.ts';
import { parseFromHeader } from '../pjsip/parse-name-address.ts';
import { printInFromHeader } from '../pjsip/print-name-address.ts';
import { parseRemoteAddress, type RemoteAddress } from './parse-remote-address.ts';

/** What an INVITE says about its sender; hostile text. */
export interface IncomingIdentity {
  /** The value of the From header. */
  readonly from: string;
  /** The raw value of P-Asserted-Identity. */
  readonly assertedIdentity?: string;
  /** The raw value of Remote-Party-ID. */
  readonly remotePartyId?: string;
}

/**
 * Who MicroSIP takes the caller of an incoming call for (facts C.5, N): the From address as the SIP stack prints it
 * again, taken apart; since 3.22.3 user, domain and name come from P-Asserted-Identity if that has an `@`, else from
 * Remote-Party-ID, both of them raw.
 *
 * @example
 * ```ts
 * callerIdentity('3.21.6', { from: '"sip:101 & calc@x" <sip:900@b.test>' }).user; // '101 & calc'
 * ```
 */
export function callerIdentity(version: VerifiedVersion, identity: IncomingIdentity): RemoteAddress {
  const caller = parseRemoteAddress(version, printedAgain(identity.from));
  const asserted = assertedBy(version, identity);
  if (asserted === undefined) return caller;
  const { domain, name, user } = parseRemoteAddress(version, asserted);
  return { ...caller, user, domain, name };
}

/** A value the stack cannot read stays as it is: a far end may have made the phone take it all the same. */
function printedAgain(from: string): string {
  const address = parseFromHeader(from);
  return address === undefined ? from : printInFromHeader(address);
}

function assertedBy(version: VerifiedVersion, identity: IncomingIdentity): string | undefined {
  if (version === '3.20.5' || version === '3.21.6') return undefined;
  const { assertedIdentity, remotePartyId } = identity;
  return assertedIdentity?.includes('@') === true ? assertedIdentity : remotePartyId;
}

/**
 * The text that is appended to the command of an event hook (facts C.1): the user part; at the end of a call
 * (`cmdCallEnd`, `cmdCallBusy`) the domain, if there is no user.
 */
export function hookArgument(address: RemoteAddress, moment: 'during-call' | 'at-end'): string {
  return address.user === '' && moment === 'at-end' ? address.domain : address.user;
}
