import type { VerifiedVersion } from '../../catalogue/version.ts';

/** What the placeholders of `cmdOutgoingCall` are filled with (facts C.2). */
export interface OutgoingPlaceholders {
  readonly server: string;
  /** The account's user name. */
  readonly extension: string;
  /** The account's SIP password in clear text. */
  readonly password: string;
  /** Unix seconds. */
  readonly time: number;
  readonly user: string;
  readonly domain: string;
  readonly name: string;
}

/** Fills the placeholders of a `cmdOutgoingCall` value; 3.20.5 knows none (facts C.2). */
export function fillOutgoingPlaceholders(
  version: VerifiedVersion,
  value: string,
  placeholders: OutgoingPlaceholders,
): string {
  throw new Error(`${version}: ${value} ${placeholders.server}`);
}
