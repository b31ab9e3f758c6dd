import type { Trap } from './provenance.ts';

/** Something that is so, beyond the single commands, hooks and settings. */
export interface Statement extends Trap {
  /** The places in MicroSIP's source it was read in. */
  readonly code?: readonly string[];
}

/** What is known about one side of MicroSIP. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly area: 'command-line' | 'hooks' | 'files' | 'calls' | 'network' | 'program';
  readonly statements: readonly Statement[];
}

/** A statement that was read in the source, unless told otherwise. */
export function statement(
  facts: string,
  text: string,
  limits: Partial<Pick<Statement, 'basis' | 'versions' | 'code'>> = {},
): Statement {
  return { text, basis: 'verified', facts, ...limits };
}
