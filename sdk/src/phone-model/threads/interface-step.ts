import type { HookKey } from '../../catalogue/hook.ts';
import type { CommandEffect } from '../command-effect.ts';
import type { InviteState } from '../phone-effect.ts';
import type { CommandLineInput, UserInput } from '../phone-input.ts';

/** Something MicroSIP's windows have to do, in its turn. */
export type InterfaceStep =
  | { readonly step: 'command-line'; readonly command: CommandLineInput }
  /** One effect of a command line; each has its turn, because hooks may run between them. */
  | { readonly step: 'effect'; readonly effect: CommandEffect; readonly sender: number | null }
  | { readonly step: 'release-sender'; readonly sender: number }
  | { readonly step: 'user'; readonly input: UserInput }
  /** The SIP stack posted a call's state as it was then (facts C.1). */
  | {
      readonly step: 'call-state';
      readonly callId: string;
      readonly state: InviteState;
      readonly status: number;
      readonly reason: string;
    }
  /** An admitted call is to be forwarded, answered by itself, or shown. */
  | {
      readonly step: 'incoming-call';
      readonly callId: string;
      readonly forward: boolean;
      readonly answer: boolean;
    }
  | { readonly step: 'hook'; readonly key: HookKey; readonly callId: string }
  /** `answer` makes room for the call as singleMode wants it, `accept` sends the 200. */
  | { readonly step: 'answer' | 'accept'; readonly callId: string; readonly raise: boolean }
  | { readonly step: 'hang-up'; readonly callId: string; readonly which: HangUpScope }
  /** The hooks of the answer have run. */
  | { readonly step: 'talk'; readonly callId: string }
  | { readonly step: 'delayed-answer' | 'delayed-forward' | 'queued-dtmf'; readonly callId: string }
  | { readonly step: 'registration'; readonly status: number }
  | { readonly step: 'start'; readonly tail: string | null }
  | { readonly step: 'add-account' | 'save-settings' | 'restart-stack' }
  /** The process ends; whoever asked for it does the rest. */
  | { readonly step: 'exit'; readonly afterwards: readonly CommandEffect[] };

/** The steps that bring about the effects of a command line, one after the other. */
export function effectSteps(
  effects: readonly CommandEffect[],
  sender: number | null = null,
): readonly InterfaceStep[] {
  return effects.map((effect) => ({ step: 'effect', effect, sender }));
}

/** Which calls a hang-up means, looked at when its turn has come. */
export type HangUpScope = 'any' | 'ringing-in' | 'not-ringing-in' | 'calling';
