import type { VerifiedVersion } from '../../catalogue/version.ts';
import { hostOf } from '../sip-address/host.ts';
import { parseRemoteAddress, type RemoteAddress } from '../sip-address/parse-remote-address.ts';
import type { CallingAccount } from './calling-account.ts';
import { toSipAddress } from './sip-address-text.ts';

/**
 * The address an INVITE goes to: the formatted one, taken apart for the tab of the call and put together again, with
 * the transport of the account (facts A.7, N). A domain with the host of the account's is dropped on the way, and
 * its port with it.
 */
export function requestAddress(version: VerifiedVersion, uri: string, account: CallingAccount): string {
  const number = numberOf(parseRemoteAddress(version, uri), account);
  // Only 3.22.16 takes the text apart a second time; that is where `sips:` is lost.
  const dialled = version === '3.22.16' ? numberOf(parseRemoteAddress(version, number), account) : number;
  return withTransport(version, toSipAddress(dialled, account.domain), account.transport);
}

function numberOf({ user, domain, parameters }: RemoteAddress, account: CallingAccount): string {
  if (user === '') return domain + parameters;
  const own = !account.isLocal && hostOf(domain) === hostOf(account.domain);
  return (own ? user : `${user}@${domain}`) + parameters;
}

/** What 3.22.16 takes away, in lower case only: all that comes before the next `;`, so headers too where none follows (facts N). */
const routingParameter = /;(?:transport|ttl|maddr)(?:=[^;>]*|(?=[;>]|$))/gu;

/** An address with the transport of the account; 3.20.5 puts it behind the headers (facts N, A.7). */
export function withTransport(
  version: VerifiedVersion,
  address: string,
  transport: CallingAccount['transport'],
): string {
  const routed = version === '3.22.16' ? address.replaceAll(routingParameter, '') : address;
  if (transport !== 'tcp' && transport !== 'tls') return routed;
  const headers = version === '3.20.5' ? -1 : routed.indexOf('?');
  const end = headers < 0 ? routed.length - (routed.endsWith('>') ? 1 : 0) : headers;
  return `${routed.slice(0, end)};transport=${transport}${routed.slice(end)}`;
}
