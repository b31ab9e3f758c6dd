import { planAction } from '../../action/plan-action.ts';
import type { CallMilestone } from '../../microsip.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { deliveryText, noteDelivery } from '../output/delivery.ts';
import { eventText } from '../output/event-text.ts';
import { connect } from './connect.ts';

const minute = 60_000;

/** How long to wait when `--timeout` does not say: a far end may ring long, and people may talk for hours. */
const patience: Readonly<Record<CallMilestone, number>> = {
  ringing: minute,
  active: 3 * minute,
  ended: 24 * 60 * minute,
};

/** Dials, waits, and tells what became of the call; a call that ends before the awaited state is a failure. */
export async function dialAndWait(
  { options, signal, terminal }: CommandContext,
  target: string,
  until: CallMilestone,
): CommandResult {
  // What is wrong with the action is worth more than that no phone is found for it.
  planAction({ type: 'dial', target }, { version: options.microsipVersion });
  await using phone = await connect(options);
  const { delivery, call } = await phone.dialAndWait(target, {
    until,
    signal,
    timeoutMs: options.timeout ?? patience[until],
  });
  terminal.result(
    { delivered: true, ...delivery, call },
    () => `${deliveryText(phone.installation, delivery)}\n${eventText(terminal, call)}`,
  );
  noteDelivery(terminal, phone.installation, delivery);
  return call.state === 'ended' && until !== 'ended' ? exitCode.failed : undefined;
}
