import type { CommandEffect } from '../command-effect.ts';
import type { HookKey, InviteState } from '../phone-effect.ts';
import type { CommandLineInput, UserInput } from '../phone-input.ts';

/** Something MicroSIP's windows have to do, in its turn. */
export type InterfaceStep =
  | { readonly step: 'command-line'; readonly command: CommandLineInput }
  /** The rest of a command line, each effect in its turn because hooks may run between them. */
  | { readonly step: 'effect'; readonly effect: CommandEffect; readonly sender: number | null }
  | { readonly step: 'release-sender'; readonly sender: number }
  | { readonly step: 'user'; readonly input: UserInput }
  /** The SIP thread posted a call's state as it was then (facts C.1). */
  | {
      readonly step: 'call-state';
      readonly callId: string;
      readonly state: InviteState;
      readonly status: number;
      readonly reason: string;
    }
  /** An admitted call is to be shown, or answered by itself. */
  | { readonly step: 'incoming-call'; readonly callId: string; readonly answerDelay: number | null }
  | { readonly step: 'hook'; readonly key: HookKey; readonly callId: string }
  | { readonly step: 'answer' | 'hang-up' | 'forward'; readonly callId: string }
  | { readonly step: 'dtmf'; readonly callId: string }
  | { readonly step: 'registration'; readonly status: number }
  | { readonly step: 'save-settings' }
  | { readonly step: 'exit' };
