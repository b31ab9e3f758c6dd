import type { CommandId } from './command.ts';
import type { HookKey } from './hook.ts';
import type { Basis } from './provenance.ts';
import type { VerifiedVersion } from './version.ts';

/** Something that surprises people who automate MicroSIP, and what to do about it. */
export interface Surprise {
  /** The row of section K of the facts, such as `K.13`. */
  readonly facts: string;
  readonly title: string;
  readonly text: string;
  /** What to do about it; left out where there is nothing to do but to know it. */
  readonly remedy?: string;
  /** Left out: every version. */
  readonly versions?: readonly VerifiedVersion[];
  readonly basis: Basis;
  /** The entries of the catalogue it is about. */
  readonly about: {
    readonly commands?: readonly CommandId[];
    readonly hooks?: readonly HookKey[];
    /** Keys of `[Settings]` or of an account. */
    readonly settings?: readonly string[];
    readonly topics?: readonly string[];
  };
}
