import { planAction } from '../../action/plan-action.ts';
import type { PhoneAction } from '../../action/phone-action.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { showDelivery } from '../output/delivery.ts';
import { connect } from './connect.ts';

/** Sends an action to the phone. */
export async function sendAction(
  { options, signal, terminal }: CommandContext,
  action: PhoneAction,
): CommandResult {
  // What is wrong with the action is worth more than that no phone is found for it.
  planAction(action, { version: options.microsipVersion });
  await using phone = await connect(options);
  const delivery = await phone.perform(action, { signal, timeoutMs: options.timeout });
  showDelivery(terminal, phone.installation, delivery);
  return undefined;
}
