import { answer } from '../call/answer.ts';
import { sendOfferedDigits } from '../call/dtmf.ts';
import { decline, hangUp, hangUpSteps } from '../call/hang-up.ts';
import { isAtHand } from '../call/phone-call.ts';
import type { ToggleButton, UserInput } from '../phone-input.ts';
import { callOf, change, continueWith, type Turn } from '../turn.ts';
import { closeMessageBox } from './message-box.ts';
import { saveSettingsSoon } from './settings-save.ts';

/** What a person does at the phone. */
export function takeUser(turn: Turn, input: UserInput): void {
  switch (input.type) {
    case 'user-answers':
      answer(turn, input.callId, true);
      break;
    case 'user-declines':
      decline(turn, input.callId);
      break;
    case 'user-hangs-up':
      hangUp(turn, input.callId, 'any');
      break;
    case 'user-selects-call':
      selectCall(turn, input.callId);
      break;
    case 'user-presses':
      press(turn, input.button);
      break;
    case 'user-arranges-window':
      saveSettingsSoon(turn);
      break;
    case 'user-accepts-settings':
      continueWith(turn, { step: 'save-settings' }, ...hangUpSteps(turn, 'any'), { step: 'restart-stack' });
      break;
    case 'user-sends-digits':
      sendOfferedDigits(turn);
      break;
    case 'user-confirms':
      closeMessageBox(turn);
      break;
  }
}

function selectCall(turn: Turn, callId: string): void {
  const call = callOf(turn, callId);
  if (call === undefined || !isAtHand(call) || !call.tab) return;
  change(turn, { selectedCallId: callId });
  saveSettingsSoon(turn);
}

function press(turn: Turn, button: ToggleButton): void {
  const { settings, version } = turn.state;
  // 3.20.5 cannot forward (facts G).
  if (button === 'FWD' && version === '3.20.5') return;
  change(turn, { settings: { ...settings, [button]: !settings[button] } });
  saveSettingsSoon(turn);
}
