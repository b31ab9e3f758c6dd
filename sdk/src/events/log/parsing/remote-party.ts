import type { VerifiedVersion } from '../../../catalogue/version.ts';
import { callerIdentity } from '../../../phone-model/sip-address/caller-identity.ts';
import {
  parseRemoteAddress,
  type RemoteAddress,
} from '../../../phone-model/sip-address/parse-remote-address.ts';
import type { CallEvent } from '../../call-event.ts';
import type { LoggedMessage } from './sip-message.ts';

/** Whom a call is with, as MicroSIP shows it; hostile text. */
export type RemoteParty = Pick<CallEvent, 'number' | 'uri' | 'name'>;

/**
 * Who calls, as a version of MicroSIP takes it from the INVITE: from P-Asserted-Identity and Remote-Party-ID as well
 * since 3.22.3 (facts C.5).
 */
export function callerOf(version: VerifiedVersion, invite: LoggedMessage): RemoteParty {
  const assertedIdentity = invite.headers.get('p-asserted-identity');
  const remotePartyId = invite.headers.get('remote-party-id');
  return describe(
    callerIdentity(version, {
      from: withoutParameters(invite.headers.get('from') ?? ''),
      ...(assertedIdentity !== undefined && { assertedIdentity }),
      ...(remotePartyId !== undefined && { remotePartyId }),
    }),
  );
}

/**
 * Who is called.
 *
 * @param dialled - what the stack was asked to call, which has the escapes and the port that the message lacks
 */
export function calledBy(
  version: VerifiedVersion,
  invite: LoggedMessage,
  dialled: string | undefined,
): RemoteParty {
  const { requestUri = '' } = invite;
  if (dialled !== undefined) return describe(parseRemoteAddress(version, dialled));
  const { name } = parseRemoteAddress(version, withoutParameters(invite.headers.get('to') ?? ''));
  return describe({ ...parseRemoteAddress(version, `<${requestUri}>`), name });
}

/** The other side of a call whose INVITE was not seen, from an answer to it. */
export function partyIn(version: VerifiedVersion, address: string): RemoteParty {
  return describe(parseRemoteAddress(version, withoutParameters(address)));
}

/** A From or To without its tag, which belongs to the header and not to the address. */
function withoutParameters(value: string): string {
  const close = value.lastIndexOf('>');
  if (close >= 0) return value.slice(0, close + 1);
  const semicolon = value.indexOf(';');
  return semicolon < 0 ? value : value.slice(0, semicolon);
}

function describe({ domain, name, user }: RemoteAddress): RemoteParty {
  return {
    ...(user !== '' && { number: user }),
    ...((user !== '' || domain !== '') && { uri: `sip:${user === '' ? '' : `${user}@`}${domain}` }),
    ...(name !== '' && { name }),
  };
}
