import type { VerifiedVersion } from '../../catalogue/version.ts';

/** A SIP address as MicroSIP takes it apart; hostile text when it came from a far end. */
export interface RemoteAddress {
  readonly user: string;
  readonly domain: string;
  /** The display name. */
  readonly name: string;
  /** `;…` and `?…` after the address, as they stand. */
  readonly parameters: string;
  /** Text after a comma, to be sent as DTMF; always empty from 3.22.16 on, whose parser knows none. */
  readonly commands: string;
}

/** Takes a SIP address apart as a version of MicroSIP does (facts N, C.5). */
export function parseRemoteAddress(version: VerifiedVersion, text: string): RemoteAddress {
  throw new Error(`${version}: ${text}`);
}
