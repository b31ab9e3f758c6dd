import type { PhoneEvent } from '../phone-model/phone-input.ts';
import type { UserAct } from './control/control-protocol.ts';

/** A person's act on the phone itself; its contacts are a matter of their file alone. */
export type PhoneAct = Exclude<UserAct, { readonly do: 'save-contact' | 'delete-contact' }>;

/** What the phone learns when a person acts. */
export function userInput(act: PhoneAct): PhoneEvent {
  switch (act.do) {
    case 'answer':
      return { type: 'user-answers', callId: act.callId };
    case 'decline':
      return { type: 'user-declines', callId: act.callId };
    case 'hang-up':
      return { type: 'user-hangs-up', callId: act.callId };
    case 'select':
      return { type: 'user-selects-call', callId: act.callId };
    case 'press':
      return { type: 'user-presses', button: act.button };
    case 'arrange-window':
      return { type: 'user-arranges-window' };
    case 'accept-settings':
      return { type: 'user-accepts-settings' };
    case 'confirm':
      return { type: 'user-confirms' };
  }
}
