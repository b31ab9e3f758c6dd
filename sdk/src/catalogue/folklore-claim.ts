import type { CommandId } from './command.ts';
import type { HookKey } from './hook.ts';
import type { Basis, Source, VersionNote } from './provenance.ts';
import type { VerifiedVersion } from './version.ts';

/** What becomes of a claim when it is held against MicroSIP. */
export type Verdict = 'true' | 'partly' | 'false';

/**
 * What the command line of a claim leads to, on a phone that runs, has a registered account and no call.
 * `works`: what the claim says. `dialled`: a call to the text as if it were a number. `chat-message`: no call, but a
 * message. `invalid-address`: a modal error. `nothing`: nothing.
 */
export type ExpectedOutcome = 'works' | 'dialled' | 'chat-message' | 'invalid-address' | 'nothing';

/** The right way to get what a claim promises. */
export interface RightWay {
  readonly text: string;
  /** Commands of MicroSIP, in this order. */
  readonly commands: readonly CommandId[];
  readonly hooks?: readonly HookKey[];
  /** Keys of the ini. */
  readonly settings?: readonly string[];
  /** Command lines of the kit's `microsip` command. */
  readonly kit: readonly string[];
}

/** Something people say about MicroSIP, and what is so. */
export interface FolkloreClaim {
  readonly id: string;
  readonly claim: string;
  /** Where people come across it. */
  readonly believedIn: string;
  readonly about: 'command-line' | 'links' | 'hooks' | 'settings' | 'interfaces' | 'program';
  readonly verdict: Verdict;
  /** The verdict for each version read. */
  readonly verdicts: Readonly<Record<VerifiedVersion, Verdict>>;
  readonly truth: string;
  readonly differences: readonly VersionNote[];
  /** The command line of the claim: what follows the program name. */
  readonly example?: string;
  /** What the example leads to; there whenever there is an example. */
  readonly expectation?: Readonly<Record<VerifiedVersion, ExpectedOutcome>>;
  readonly rightWay: RightWay;
  readonly basis: Basis;
  readonly sources: readonly Source[];
}

/** One value for every version read. */
export function inEveryVersion<Value>(value: Value): Readonly<Record<VerifiedVersion, Value>> {
  return { '3.20.5': value, '3.21.6': value, '3.22.3': value, '3.22.16': value };
}
