import { availability, everyVersion, newIn3216, readIn3216And32216 } from './availability.ts';
import { source, trap } from './provenance.ts';
import type { SchemeEntry, SchemeName } from './scheme.ts';

/** Read in the package manifests of two versions; the installer's script is not public. */
const notRegistered = availability(['unknown', 'no', 'unknown', 'no']);
const never = availability(['no', 'no', 'no', 'no']);

const stripping = source('A.4', 'mainDlg.cpp: DialNumberFromCommandLine');
const manifests = source('E');

const commandsInLinks = trap(
  'A.11',
  'A link can carry a command: `tel:///hangupall/` hangs up, `callto:/account:1/password:x` sets a password, `tel:101/account:2` switches the account and dials 10. No version filters them.',
  { basis: 'inferred' },
);

const browsersBetween = trap('A.11', 'Browsers may rewrite such a link, ask first, or encode its spaces.', {
  basis: 'inferred',
});

const trailingSlash = trap(
  'A.4',
  'After `//` in front, which is dropped, one trailing `/` is dropped as well; without `//` it stays, as in `tel:101/`, and only a number that looks like a telephone number loses it later.',
);

const strippedOnce = trap('A.4', 'Exactly one scheme is stripped; host and path are not looked at.');

/** Every URL scheme that matters to MicroSIP. */
export const schemes: readonly SchemeEntry[] = [
  {
    scheme: 'sip',
    token: 'sip:',
    stripped: everyVersion,
    registeredByInstaller: readIn3216And32216,
    effect:
      'Dials the address. What follows a `@` is kept; a number without one gets the domain of the account.',
    example: 'sip:101@example.org',
    traps: [strippedOnce, trailingSlash, commandsInLinks, browsersBetween],
    basis: 'verified',
    sources: [stripping, manifests],
  },
  {
    scheme: 'tel',
    token: 'tel:',
    stripped: everyVersion,
    registeredByInstaller: readIn3216And32216,
    effect: 'Dials the number.',
    example: 'tel:+4930123456',
    traps: [
      strippedOnce,
      trailingSlash,
      commandsInLinks,
      browsersBetween,
      trap('N', 'A parameter such as `;ext=5` on a bare number ends up in the user part of the address.'),
    ],
    basis: 'verified',
    sources: [stripping, manifests],
  },
  {
    scheme: 'callto',
    token: 'callto:',
    stripped: everyVersion,
    registeredByInstaller: readIn3216And32216,
    effect: 'Dials the number or the address.',
    example: 'callto:101',
    traps: [strippedOnce, trailingSlash, commandsInLinks, browsersBetween],
    basis: 'verified',
    sources: [stripping, manifests],
  },
  {
    scheme: 'dial',
    token: 'dial:',
    stripped: newIn3216,
    registeredByInstaller: readIn3216And32216,
    effect: 'Dials the number or the address.',
    example: 'dial:101',
    traps: [
      strippedOnce,
      trailingSlash,
      commandsInLinks,
      browsersBetween,
      trap('A.4', 'Not stripped, so `dial:101` is dialled as `<sip:dial:101@…>`.', { versions: ['3.20.5'] }),
    ],
    basis: 'verified',
    sources: [stripping, manifests],
  },
  {
    scheme: 'dialpad',
    token: 'dialpad:',
    stripped: newIn3216,
    registeredByInstaller: readIn3216And32216,
    effect: 'Dials the number or the address.',
    example: 'dialpad:101',
    traps: [
      strippedOnce,
      trailingSlash,
      commandsInLinks,
      browsersBetween,
      trap('A.4', 'Not stripped, so `dialpad:101` is dialled as `<sip:dialpad:101@…>`.', {
        versions: ['3.20.5'],
      }),
    ],
    basis: 'verified',
    sources: [stripping, manifests],
  },
  {
    scheme: 'sips',
    token: 'sips:',
    stripped: never,
    registeredByInstaller: notRegistered,
    effect: 'Is not understood: `sips:101` is dialled as `<sip:sips:101@…>`.',
    example: 'sips:101@example.org',
    traps: [
      trap(
        'N',
        'The tab of the call takes both prefixes off, and what leaves is an ordinary `sip:` INVITE: the wish for TLS is lost silently. Set the transport of the account instead.',
        { versions: ['3.22.16'] },
      ),
    ],
    basis: 'verified',
    sources: [stripping, manifests, source('N')],
  },
  {
    scheme: 'msip',
    token: 'msip:',
    stripped: never,
    registeredByInstaller: notRegistered,
    effect:
      'The prefix of commands such as `msip:hold`, looked for before any scheme is stripped. It is no registered scheme: links with it open nothing until you register it yourself.',
    example: 'msip:hold',
    traps: [
      trap(
        'N',
        'It counts only in lower case and in front: `MSIP:answer` and `tel:msip:answer` end in a modal invalid-address error.',
      ),
    ],
    basis: 'verified',
    sources: [source('A.3', 'mainDlg.cpp: CommandLine'), manifests, source('N')],
  },
];

const byName = new Map<string, SchemeEntry>(schemes.map((entry) => [entry.scheme, entry]));

/**
 * The catalogue's entry of a URL scheme.
 *
 * @param name - the scheme without its colon
 * @throws RangeError when the catalogue does not have it
 */
export function schemeNamed(name: SchemeName): SchemeEntry {
  const entry = byName.get(name);
  if (entry === undefined) throw new RangeError(`The catalogue has no URL scheme "${name}".`);
  return entry;
}
