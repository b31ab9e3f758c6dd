import type { PhoneAction } from '../../action/phone-action.ts';
import { planLaunches } from '../../plan-launches.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { installationOptions } from '../global-options.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';

/** Shows what an action would start: one start as it is, the further ones of an action with several under `then`. */
export async function showPlan({ options, terminal }: CommandContext, action: PhoneAction): CommandResult {
  const plans = await planLaunches(action, installationOptions(options));
  const [first, ...then] = plans;
  terminal.result({ ...first, ...(then.length > 0 && { then }) }, () =>
    plans.map(({ commandLine }) => escapeForTerminal(commandLine)).join('\n'),
  );
  return undefined;
}
