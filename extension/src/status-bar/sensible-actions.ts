import type { CommandName } from '../../contributions/commands.ts';
import type { SeenPhone } from '../phone/seen-phone.ts';

/** A command that a click on the status bar item can offer. */
export type SensibleAction = Extract<CommandName, 'answer' | 'dial' | 'hangUp'>;

/** The commands that make sense now, the likeliest first. Where nobody tells of calls, there may be some. */
export function sensibleActions({ status: { calls, phone } }: SeenPhone): readonly SensibleAction[] {
  if (phone === 'unknown' && calls.length === 0) return ['dial', 'answer', 'hangUp'];
  const states = calls.map(({ state }) => state).filter((state) => state !== 'ended');
  const actions: SensibleAction[] = [];
  if (states.includes('incoming')) actions.push('answer');
  // It leaves calls alone that ring in.
  if (states.some((state) => state !== 'incoming')) actions.push('hangUp');
  return [...actions, 'dial'];
}
