import type { VerifiedVersion } from '../../catalogue/version.ts';
import type { RemoteAddress } from './parse-remote-address.ts';

/** What an INVITE says about its sender; hostile text. */
export interface IncomingIdentity {
  /** The value of the From header. */
  readonly from: string;
  /** The raw value of P-Asserted-Identity. */
  readonly assertedIdentity?: string;
  /** The raw value of Remote-Party-ID. */
  readonly remotePartyId?: string;
}

/** Who MicroSIP takes the caller of an incoming call for (facts C.5, N). */
export function callerIdentity(version: VerifiedVersion, identity: IncomingIdentity): RemoteAddress {
  throw new Error(`${version}: ${identity.from}`);
}

/**
 * The text that is appended to the command of an event hook (facts C.1): the user part; at the end of a call
 * (`cmdCallEnd`, `cmdCallBusy`) the domain, if there is no user.
 */
export function hookArgument(address: RemoteAddress, moment: 'during-call' | 'at-end'): string {
  return address.user === '' && moment === 'at-end' ? address.domain : address.user;
}
