import { admit } from '../call/admit-incoming.ts';
import { endLongCall, takeAcknowledgement, takeFarEnd, takeGone } from '../call/take-far-end.ts';
import { takeRegistration } from '../instance/registration.ts';
import type { Turn } from '../turn.ts';
import type { SipStep } from './sip-step.ts';

/** Does one step of the SIP stack. */
export function takeSipStep(turn: Turn, step: SipStep): void {
  switch (step.step) {
    case 'far-end':
      takeFarEnd(turn, step.input);
      break;
    case 'admit':
      admit(turn, step.invite);
      break;
    case 'acknowledged':
      takeAcknowledgement(turn, step.callId);
      break;
    case 'gone':
      takeGone(turn, step.callId, step.status, step.reason);
      break;
    case 'time-up':
      endLongCall(turn, step.callId);
      break;
    case 'registration':
      takeRegistration(turn, step.status);
      break;
  }
}
