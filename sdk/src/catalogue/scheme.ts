import type { Basis, Source, Trap } from './provenance.ts';
import type { Availability } from './version.ts';

/** The URL schemes that matter to MicroSIP, whether it understands them or is believed to. */
export const schemeNames = ['sip', 'tel', 'callto', 'dial', 'dialpad', 'sips', 'msip'] as const;

/** A URL scheme, without its colon. */
export type SchemeName = (typeof schemeNames)[number];

/** One URL scheme. */
export interface SchemeEntry {
  readonly scheme: SchemeName;
  /** The literal text at the beginning of the command line, such as `tel:`. */
  readonly token: string;
  /** The versions that take the scheme off a command line; compared without regard to case, once, at position 0. */
  readonly stripped: Availability;
  /** The versions whose installer makes MicroSIP a handler of such links. */
  readonly registeredByInstaller: Availability;
  readonly effect: string;
  readonly example: string;
  readonly traps: readonly Trap[];
  readonly basis: Basis;
  readonly sources: readonly Source[];
}
