import type { PhoneAction } from '../../action/phone-action.ts';
import { planLaunches } from '../../plan-launches.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { installationOptions } from '../global-options.ts';
import { noteStep } from '../output/discovery-text.ts';
import { noteRemarks } from '../output/remarks.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';

/** Shows what an action would start: one start as it is, the further ones of an action with several under `then`. */
export async function showPlan({ options, terminal }: CommandContext, action: PhoneAction): CommandResult {
  const { launches, remarks, steps } = await planLaunches(action, installationOptions(options));
  const [first, ...then] = launches;
  terminal.result(
    {
      ...first,
      ...(then.length > 0 && { then }),
      ...(remarks.length > 0 && { remarks }),
      ...(steps.length > 0 && { steps }),
    },
    () => launches.map(({ commandLine }) => escapeForTerminal(commandLine)).join('\n'),
  );
  if (!terminal.json) {
    // With --verbose they were told one by one.
    if (!terminal.verbose) for (const step of steps) noteStep(terminal, step);
    for (const [name, value] of Object.entries(first?.environment ?? {})) {
      terminal.note(terminal.styleNote('dim', escapeForTerminal(`with ${name}=${value}`)));
    }
  }
  noteRemarks(terminal, remarks);
  return undefined;
}
