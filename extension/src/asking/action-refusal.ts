import { MicroSipError, planAction, type PhoneAction } from 'microsip-sdk';

/** Why the phone would refuse an action, for whoever is typing it; nothing where it would not. */
export function actionRefusal(action: PhoneAction): string | undefined {
  try {
    planAction(action);
    return undefined;
  } catch (error) {
    if (error instanceof MicroSipError) return error.message;
    throw error;
  }
}
