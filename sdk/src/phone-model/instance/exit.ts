import { hangUpSteps } from '../call/hang-up.ts';
import { isLive } from '../call/phone-call.ts';
import type { CommandEffect } from '../command-effect.ts';
import { atRest } from '../phone-state.ts';
import type { InterfaceStep } from '../threads/interface-step.ts';
import { change, emit, type Turn } from '../turn.ts';
import { leaveRegistrar } from './registration.ts';

/**
 * The instance hides, saves, hangs up without a question, and ends (facts A.2, K.27). That the hang-ups fire
 * `cmdCallEnd` as any local hang-up does is inferred.
 *
 * @param afterwards what the process that asked for it does then.
 */
export function exitSteps(turn: Turn, afterwards: readonly CommandEffect[]): readonly InterfaceStep[] {
  return [
    { step: 'effect', effect: { do: 'hideWindow' }, sender: null },
    { step: 'save-settings' },
    ...hangUpSteps(turn, 'any'),
    { step: 'exit', afterwards },
  ];
}

/** The process ends. A call that came in meanwhile goes down with the stack, and nobody waits any longer. */
export function exit(turn: Turn, afterwards: readonly CommandEffect[]): void {
  for (const { callId, reason, status } of turn.state.calls.filter(isLive)) {
    emit(turn, { do: 'callState', callId, state: 'DISCONNECTED', status, reason });
  }
  leaveRegistrar(turn);
  emit(turn, { do: 'exit' });
  for (const sender of waitingSenders(turn)) emit(turn, { do: 'senderReleased', sender });
  for (const effect of afterwards) emit(turn, effect);
  change(turn, { ...atRest, process: 'ended', mainWindow: 'hidden' });
}

function waitingSenders(turn: Turn): ReadonlySet<number> {
  const senders = new Set<number>();
  for (const step of turn.state.interface.steps) {
    if (step.step === 'release-sender') senders.add(step.sender);
    if (step.step !== 'command-line') continue;
    const { by, sender } = step.command;
    if (sender !== undefined && by !== 'window-message') senders.add(sender);
  }
  for (const { sender } of turn.state.messageBoxes) {
    if (sender !== null) senders.add(sender);
  }
  return senders;
}
