import { accept, answer } from '../call/answer.ts';
import { answerByItself } from '../call/auto-answer.ts';
import { noticeState } from '../call/call-progress.ts';
import { sendNextGroup, startDtmfQueue } from '../call/dtmf.ts';
import { forward } from '../call/forwarding.ts';
import { hangUp } from '../call/hang-up.ts';
import { showIncoming } from '../call/incoming-call.ts';
import { isAtHand } from '../call/phone-call.ts';
import { runHook } from '../hooks/run-hook.ts';
import { applyCommandEffect } from '../instance/apply-command-effect.ts';
import { exit } from '../instance/exit.ts';
import { releaseSender } from '../instance/message-box.ts';
import { noticeRegistration, restartStack } from '../instance/registration.ts';
import { saveSettings } from '../instance/settings-save.ts';
import { addAccount, begin } from '../instance/start.ts';
import { handleCommandLine } from '../instance/take-command-line.ts';
import { takeUser } from '../instance/take-user-input.ts';
import { callOf, type Turn } from '../turn.ts';
import type { InterfaceStep } from './interface-step.ts';

/** Does one step of MicroSIP's windows. */
export function takeInterfaceStep(turn: Turn, step: InterfaceStep): void {
  switch (step.step) {
    case 'command-line':
      handleCommandLine(turn, step.command);
      break;
    case 'effect':
      applyCommandEffect(turn, step.effect, step.sender);
      break;
    case 'release-sender':
      releaseSender(turn, step.sender);
      break;
    case 'user':
      takeUser(turn, step.input);
      break;
    case 'call-state':
      noticeState(turn, step.callId, step);
      break;
    case 'incoming-call':
      showIncoming(turn, step);
      break;
    case 'hook': {
      const call = callOf(turn, step.callId);
      if (call !== undefined) runHook(turn, step.key, call);
      break;
    }
    case 'answer':
      answer(turn, step.callId, step.raise);
      break;
    case 'accept':
      accept(turn, step.callId, step.raise);
      break;
    case 'hang-up':
      hangUp(turn, step.callId, step.which);
      break;
    case 'talk': {
      const call = callOf(turn, step.callId);
      if (call !== undefined && isAtHand(call)) startDtmfQueue(turn, call);
      break;
    }
    case 'delayed-answer':
      answerByItself(turn, step.callId);
      break;
    case 'delayed-forward':
      forward(turn, step.callId);
      break;
    case 'queued-dtmf':
      sendNextGroup(turn, step.callId);
      break;
    case 'registration':
      noticeRegistration(turn, step.status);
      break;
    case 'start':
      begin(turn, step.tail);
      break;
    case 'add-account':
      addAccount(turn);
      break;
    case 'save-settings':
      saveSettings(turn);
      break;
    case 'restart-stack':
      restartStack(turn);
      break;
    case 'exit':
      exit(turn, step.afterwards);
      break;
  }
}
