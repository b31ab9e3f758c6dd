import { change, type Turn } from '../turn.ts';
import { takeInterfaceStep } from './take-interface-step.ts';
import { takeSipStep } from './take-sip-step.ts';

/**
 * Lets both threads do what they have to do, until each has nothing left or waits for a hook. The SIP stack goes
 * first, being the quicker of the two: it only ever posts to the windows.
 */
export function runThreads(turn: Turn): void {
  while (takeSip(turn) || takeInterface(turn));
}

function takeSip(turn: Turn): boolean {
  const { sip } = turn.state;
  const [step, ...steps] = sip.steps;
  if (sip.waiting !== null || step === undefined) return false;
  change(turn, { sip: { ...sip, steps } });
  takeSipStep(turn, step);
  return true;
}

function takeInterface(turn: Turn): boolean {
  const { interface: thread } = turn.state;
  const [step, ...steps] = thread.steps;
  if (thread.waiting !== null || step === undefined) return false;
  change(turn, { interface: { ...thread, steps } });
  takeInterfaceStep(turn, step);
  return true;
}
