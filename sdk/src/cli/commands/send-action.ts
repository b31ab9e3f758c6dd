import type { PhoneAction } from '../../action/phone-action.ts';
import { MicroSip } from '../../microsip.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { installationOptions } from '../global-options.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';

/** Sends an action to the phone, or shows what would be started. */
export async function sendAction(context: CommandContext, action: PhoneAction): CommandResult {
  const { options, signal, terminal } = context;
  if (options.dryRun) {
    await showPlan(context, action);
    return undefined;
  }
  const { showDelivery } = await import('../output/delivery.ts');
  await using phone = await MicroSip.connect(installationOptions(options));
  const delivery = await phone.perform(action, { signal, timeoutMs: options.timeout });
  showDelivery(terminal, phone.installation, delivery);
  return undefined;
}

/** One start as it is, and the further ones of an action that takes several under `then`. */
async function showPlan({ options, terminal }: CommandContext, action: PhoneAction): Promise<void> {
  const [first, ...then] = await MicroSip.plan(action, installationOptions(options));
  terminal.result({ ...first, ...(then.length > 0 && { then }) }, () =>
    [first, ...then].map((plan) => escapeForTerminal(plan?.commandLine ?? '')).join('\n'),
  );
}
