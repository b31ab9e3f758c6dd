import type { CommandEffect } from '../command-effect.ts';
import type { CommandLineContext } from '../command-line/command-line-context.ts';
import { interpretCommandLine } from '../command-line/interpret-command-line.ts';
import { clearsParked, interpretPassedOn } from '../command-line/running-instance.ts';
import { startingProcess } from '../command-line/starting-process.ts';
import type { CommandLineInput } from '../phone-input.ts';
import { commandLineContextOf } from '../phone-selectors.ts';
import { effectSteps, type InterfaceStep } from '../threads/interface-step.ts';
import { change, continueWith, post, type Turn } from '../turn.ts';
import { exitSteps } from './exit.ts';
import { releaseSender } from './message-box.ts';

/**
 * A command line arrives. What it wants of the windows waits for its turn, and so does its sender (facts B.2); a
 * posted window message waits without anybody waiting for it.
 */
export function takeCommandLine(turn: Turn, command: CommandLineInput): void {
  const { by, sender, tail } = command;
  const byMessage = by === 'window-message';
  const over = !byMessage && endsByItself(turn, tail);
  if (sender !== undefined && (byMessage || over)) releaseSender(turn, sender);
  if (!over) post(turn, { step: 'command-line', command });
}

/** Whether the second process neither shows nor sends anything. */
function endsByItself(turn: Turn, tail: string): boolean {
  const start = startingProcess(commandLineContextOf(turn.state), tail);
  return start.outcome === 'ends' && start.effects.length === 0;
}

/** The windows come to a command line: its effects follow one after the other, then its sender may go. */
export function handleCommandLine(turn: Turn, command: CommandLineInput): void {
  const context = { ...commandLineContextOf(turn.state), answerYes: command.answersYes ?? true };
  const byMessage = command.by === 'window-message';
  const effects = byMessage ? receive(context, command.tail) : interpretCommandLine(context, command.tail);
  const sender = byMessage ? undefined : command.sender;

  if (turn.state.parked !== null && clearsParked(context, command.tail)) {
    change(turn, { parked: null });
  }
  const closing = effects.findIndex(({ do: what }) => what === 'sendClose' || what === 'sendExitCommand');
  const ahead = closing < 0 ? effects : effects.slice(0, closing + 1);
  const steps: InterfaceStep[] = [...effectSteps(ahead, sender)];
  if (closing >= 0) steps.push(...exitSteps(turn, effects.slice(closing + 1)));
  if (sender !== undefined) steps.push({ step: 'release-sender', sender });
  continueWith(turn, ...steps);
}

/** A window message without a SIP stack is lost (facts B). */
function receive(context: CommandLineContext, text: string): readonly CommandEffect[] {
  return context.stackReady ? interpretPassedOn(context, text) : [];
}
