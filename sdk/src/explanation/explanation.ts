import type { CommandId } from '../catalogue/command.ts';
import type { Basis } from '../catalogue/provenance.ts';
import type { VerifiedVersion } from '../catalogue/version.ts';
import type { CommandEffect } from '../phone-model/command-effect.ts';
import type { Assumptions } from './assumptions.ts';

/**
 * What a command line comes to.
 *
 * - `command`: MicroSIP carries out one of its commands
 * - `call`: it places a call, now or, where `parked` is set, once the account is registered
 * - `message`: it sends a chat message and calls nobody
 * - `error`: it shows an error dialog
 * - `start`: the program starts, and that is all
 * - `nothing`: nothing happens to calls, audio, accounts or the program; the window may be shown
 */
export type Outcome = 'command' | 'call' | 'message' | 'error' | 'start' | 'nothing';

/** What MicroSIP does with a command line, why, and how to say what was probably meant. */
export interface Explanation {
  /** The text after the program's name, exactly as MicroSIP gets it. */
  readonly commandLine: string;
  /** The version that was asked about. */
  readonly version: string;
  /** The version whose behaviour stands for it; another one where the asked one was not read. */
  readonly behaviourOf: VerifiedVersion;
  readonly assumptions: Assumptions;
  readonly outcome: Outcome;
  /** Whether something else happens than was probably meant: what the advice recommends has other effects. */
  readonly misunderstood: boolean;
  /** Whether it waits for the account to be registered. */
  readonly parked: boolean;
  /** The catalogue's entry that MicroSIP takes the text for; `dial` for all that is no other command. */
  readonly command?: CommandId;
  /** In order, in the vocabulary of the phone model. */
  readonly effects: readonly CommandEffect[];
  readonly warnings: readonly Warning[];
  readonly advice: readonly Advice[];
}

/** What is worth knowing before this command line is used. */
export interface Warning {
  readonly text: string;
  /** How it is known. */
  readonly basis: Basis;
  /** Section of the facts that says so. */
  readonly facts: string;
}

/** How to say what was probably meant. */
export interface Advice {
  /** What was probably meant, in a few words. */
  readonly wants: string;
  readonly command?: CommandId;
  /** What to give `microsip.exe`; an argument that is not known stands in angle brackets. Absent where MicroSIP has no way. */
  readonly commandLine?: string;
  /** The same with the kit's command. */
  readonly kit?: string;
  /** What goes with it. */
  readonly note?: string;
}
