import type { VerifiedVersion } from '../../catalogue/version.ts';

const dottedDecimal = /^(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}$/u;

/** A domain up to its first colon; of an IPv6 address nothing useful remains. */
export function hostOf(domain: string): string {
  const colon = domain.indexOf(':');
  return colon < 0 ? domain : domain.slice(0, colon);
}

/**
 * Whether MicroSIP takes a host for an IP address. Up to 3.22.3 the two addresses that stand for an error in the
 * socket functions are none.
 */
export function isIpAddress(version: VerifiedVersion, host: string): boolean {
  if (!dottedDecimal.test(host)) return false;
  return version === '3.22.16' || (host !== '0.0.0.0' && host !== '255.255.255.255');
}
