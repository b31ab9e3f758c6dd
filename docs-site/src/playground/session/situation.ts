import type { CommandId } from 'microsip-sdk/catalogue';
import { explainCommandLine } from 'microsip-sdk/explanation';

/** What is going on at the phone when a command line comes. */
export type Situation = 'idle' | 'not-running' | 'ringing-in' | 'calling' | 'in-call';

/** The situations, in the order in which they are offered. */
export const situations: readonly Situation[] = ['idle', 'ringing-in', 'calling', 'in-call', 'not-running'];

/** A situation as people call it. */
export const situationTitles: Readonly<Record<Situation, string>> = {
  idle: 'Nothing is going on',
  'ringing-in': 'A call is ringing in',
  calling: 'It rings at the far end',
  'in-call': 'A call is going on',
  'not-running': 'MicroSIP does not run',
};

/** Commands that do nothing but in one situation. */
const neededBy: Readonly<Partial<Record<CommandId, Situation>>> = {
  answer: 'ringing-in',
  'msip-answer': 'ringing-in',
  'hangup-incoming': 'ringing-in',
  'hangup-calling': 'calling',
  'hangup-all': 'in-call',
  'msip-hangup-all': 'in-call',
  'msip-hold': 'in-call',
  dtmf: 'in-call',
  transfer: 'in-call',
  'msip-transfer': 'in-call',
};

/** The situation in which a command line shows what it does. */
export function fittingSituation(commandLine: string, version: string): Situation {
  const { command } = explainCommandLine(commandLine, { version });
  return (command === undefined ? undefined : neededBy[command]) ?? 'idle';
}
