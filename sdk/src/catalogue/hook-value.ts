import type { HookKey } from './hook.ts';
import type { Basis, Source } from './provenance.ts';
import type { VerifiedVersion } from './version.ts';

/** A placeholder of `cmdOutgoingCall`. */
export interface HookPlaceholder {
  /** As written in the value, braces included. */
  readonly token: string;
  readonly meaning: string;
  /** Whether the value is URL-encoded. */
  readonly encoded: boolean;
  /** Whether it has a value at the moment this hook runs. */
  readonly useful: boolean;
  readonly secret: boolean;
  /** How the meaning is known; `inferred` where only the name tells it. */
  readonly basis: Basis;
}

/** One way of writing a hook command into the ini, and what becomes of it. */
export interface HookValueForm {
  /** The line in the ini. */
  readonly line: string;
  readonly works: boolean;
  readonly explanation: string;
}

/** The hooks that fire in one course of a call, in this order. */
export interface HookSequence {
  readonly course: string;
  readonly hooks: readonly HookKey[];
  /** Left out: every version. */
  readonly versions?: readonly VerifiedVersion[];
}

/** Which characters the argument of a hook can have; remote people choose them. */
export interface HookArgumentOrigin {
  readonly origin: string;
  readonly characters: string;
  /** Left out: every version. */
  readonly versions?: readonly VerifiedVersion[];
  readonly basis: Basis;
  readonly source: Source;
}
