import type { PhoneAction } from '../../action/phone-action.ts';
import { planLaunches } from '../../plan-launches.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { installationOptions } from '../global-options.ts';
import { noteRemarks } from '../output/remarks.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';

/** Shows what an action would start: one start as it is, the further ones of an action with several under `then`. */
export async function showPlan({ options, terminal }: CommandContext, action: PhoneAction): CommandResult {
  const { launches, remarks } = await planLaunches(action, installationOptions(options));
  const [first, ...then] = launches;
  terminal.result(
    { ...first, ...(then.length > 0 && { then }), ...(remarks.length > 0 && { remarks }) },
    () => launches.map(({ commandLine }) => escapeForTerminal(commandLine)).join('\n'),
  );
  noteRemarks(terminal, remarks);
  return undefined;
}
