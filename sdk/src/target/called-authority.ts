import { refuse } from './target-refused-error.ts';
import type { WarningList } from './target-warnings.ts';
import type { TargetAccount } from './target.ts';

/** Host and port, as MicroSIP gets them and as it calls them. */
export interface CalledAuthority {
  readonly written: string;
  readonly called: string;
}

/**
 * Where the call goes. At the domain of its account, MicroSIP keeps the user only: it puts its own port in place of
 * the one given, and the domain behind parameters and headers instead of in front of them (facts N). It compares
 * domains with their case and up to the first colon, so capitals, which mean the same host to everyone else (RFC 3261,
 * section 19.1.4), keep an address as it is.
 */
export function readAuthority(
  address: { readonly host: string; readonly port: number | undefined; readonly isPlain: boolean },
  account: TargetAccount | undefined,
  warnings: WarningList,
): CalledAuthority {
  const { host, port, isPlain } = address;
  const authority = printAuthority(host, port);
  const domain = account?.domain;
  return domain === undefined || domain === ''
    ? atUnknownDomain(authority, isPlain && port === undefined, warnings)
    : atKnownDomain(authority, domain, isPlain, warnings);
}

/** `hostport` of RFC 3261. */
export function printAuthority(host: string, port: number | undefined): string {
  return port === undefined ? host : `${host}:${port}`;
}

function atUnknownDomain(authority: string, isPlain: boolean, warnings: WarningList): CalledAuthority {
  const isIpv6 = authority.startsWith('[');
  if (isPlain && !isIpv6) return unchanged(authority);
  const capitals = authority.toUpperCase();
  if (!isSameToMicroSip(capitals, authority)) return unchanged(capitals);
  warnings.add(
    'own-domain',
    isIpv6
      ? `If the domain of the account begins with “${upToColon(authority)}:” too, MicroSIP calls that instead of ${authority}.`
      : `If ${authority} is the domain of the account, MicroSIP uses the account’s port and spoils parameters and headers.`,
  );
  return unchanged(authority);
}

function atKnownDomain(
  authority: string,
  domain: string,
  isPlain: boolean,
  warnings: WarningList,
): CalledAuthority {
  if (!isSameToMicroSip(authority, domain) || (isPlain && authority === domain)) return unchanged(authority);
  if (isPlain && domain.startsWith(`${authority}:`)) {
    warnings.add('port-of-account', `${authority} is the domain of the account: MicroSIP calls ${domain}.`);
    return { written: authority, called: domain };
  }
  const capitals = authority.toUpperCase();
  if (!isSameToMicroSip(capitals, domain)) return unchanged(capitals);
  return refuse(
    'host',
    `MicroSIP takes ${authority} for the domain of its account, ${domain}: it would call that, and spoil parameters and headers. Write the address as “user@host” alone, or the name of the host.`,
  );
}

function unchanged(authority: string): CalledAuthority {
  return { written: authority, called: authority };
}

function isSameToMicroSip(authority: string, domain: string): boolean {
  return upToColon(authority) === upToColon(domain);
}

function upToColon(domain: string): string {
  const colon = domain.indexOf(':');
  return colon < 0 ? domain : domain.slice(0, colon);
}
