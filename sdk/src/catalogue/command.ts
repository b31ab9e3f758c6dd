import type { Basis, Source, Trap, VersionNote } from './provenance.ts';
import type { Availability } from './version.ts';

/** Every command MicroSIP understands on its command line, oldest way of naming first. */
export const commandIds = [
  'show-window',
  'minimized',
  'hidden',
  'exit',
  'reset',
  'reset-no-ask',
  'answer',
  'hangup-all',
  'hangup-incoming',
  'hangup-calling',
  'dtmf',
  'transfer',
  'account',
  'password',
  'dial',
  'msip-minimize',
  'msip-answer',
  'msip-hangup-all',
  'msip-hold',
  'msip-transfer',
  'msip-mic-mute',
  'msip-mic-unmute',
  'msip-mic-mute-click',
  'msip-mic-up',
  'msip-mic-down',
  'msip-speaker-mute',
  'msip-speaker-unmute',
  'msip-speaker-mute-click',
  'msip-speaker-up',
  'msip-speaker-down',
  'msip-text',
] as const;

/** The name of a command in this catalogue. MicroSIP's own word for it is the entry's `token`. */
export type CommandId = (typeof commandIds)[number];

/**
 * Who looks at the command line for this token (facts A.1).
 * `starting-process`: the process that was just started, before anything else, whether or not an instance runs.
 * `msip`: the instance, after trimming and unquoting. `text`: the instance, after schemes were stripped.
 */
export type CommandStage = 'starting-process' | 'msip' | 'text';

/**
 * How the token is compared, always minding case.
 * `whole-tail`: with the raw command line, untrimmed and unquoted. `exact`: with all that is left at this stage.
 * `prefix`: with the beginning of what is left. `anywhere`: it is looked for in the whole of what is left.
 * `otherwise`: nothing is compared; it is what happens to all that no other token matches.
 */
export type CommandMatch = 'whole-tail' | 'exact' | 'prefix' | 'anywhere' | 'otherwise';

/**
 * What a start with this command line does while no instance runs.
 * `starts`: the program starts and has nothing more to do. `starts-then-handles`: the program starts, window
 * visible, and then carries the command out. `ends`: the process ends silently, nothing starts.
 * `resets`: data is deleted, nothing starts.
 */
export type WhenNotRunning = 'starts' | 'starts-then-handles' | 'ends' | 'resets';

/** What follows a token. */
export interface CommandArgument {
  /** Stands in `syntax` between angle brackets. */
  readonly name: string;
  readonly description: string;
  /** How much of the command line belongs to it. */
  readonly extent: 'to-end' | 'to-first-space';
}

/** One command of MicroSIP's command line. */
export interface CommandEntry {
  readonly id: CommandId;
  readonly title: string;
  readonly area: 'calls' | 'audio' | 'accounts' | 'window' | 'program';
  readonly stage: CommandStage;
  /** The literal text, such as `/dtmf:`; empty where the absence of text is the command, or any text. */
  readonly token: string;
  readonly match: CommandMatch;
  readonly argument?: CommandArgument;
  /** The whole command line, arguments in angle brackets. */
  readonly syntax: string;
  /** A command line as it would be used. */
  readonly example: string;
  readonly availability: Availability;
  /** What MicroSIP makes of the token where it does not have the command. */
  readonly whenUnavailable?: 'dialled';
  readonly effect: string;
  readonly precondition: string;
  /** What happens when the precondition is not met. */
  readonly otherwise: string;
  readonly whenNotRunning: WhenNotRunning;
  /** Whether a running instance shows its main window and takes the foreground. */
  readonly raisesWindow: boolean;
  readonly differences: readonly VersionNote[];
  readonly traps: readonly Trap[];
  readonly basis: Basis;
  readonly sources: readonly Source[];
}
