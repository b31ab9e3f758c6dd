import { foldAsciiCase } from '../windows-text/ascii-case.ts';

/**
 * The address MicroSIP makes of a formatted number: `sip:` in front unless it stands anywhere in the text, the domain
 * behind unless there is an `@`, angle brackets around unless the last one is there (facts A.7).
 *
 * @param domain - of the account; empty for a local account without one
 */
export function toSipAddress(number: string, domain: string): string {
  const withScheme = foldAsciiCase(number).includes('sip:') ? number : `sip:${number}`;
  const address = domain === '' || withScheme.includes('@') ? withScheme : `${withScheme}@${domain}`;
  return address.endsWith('>') ? address : `<${address}>`;
}
