import { Option, type Command } from 'commander';

import { schemeNames } from '../../catalogue/scheme.ts';
import type { RegisterFlags } from '../commands/handlers-register.ts';
import type { SchemeFlags } from '../commands/scheme-flags.ts';
import type { Perform } from '../perform.ts';

/** The commands about who opens links such as `tel:101`. */
export function defineHandlersCommands(program: Command, perform: Perform): void {
  const handlers = program
    .command('handlers')
    .description('Who opens links such as tel:101, and MicroSIP registered for them')
    .helpCommand(false);
  withSchemes(handlers.command('status'), 'the schemes to look at; default: all')
    .description('Who opens the links of each scheme, and what a click would run')
    .action((flags: SchemeFlags, command: Command) =>
      perform(command, async (context) => {
        const { handlersStatus } = await import('../commands/handlers-status.ts');
        return handlersStatus(context, flags);
      }),
    );
  withSchemes(handlers.command('register'), 'default: those that its installer registers')
    .description('Make this MicroSIP open links, for this user; what is there is kept, to be put back')
    .option('--force', 'also schemes that another program has')
    .action((flags: RegisterFlags, command: Command) =>
      perform(command, async (context) => {
        const { registerHandlers } = await import('../commands/handlers-register.ts');
        return registerHandlers(context, flags);
      }),
    );
  withSchemes(handlers.command('unregister'), 'default: all that were registered')
    .description('Put back what was there before')
    .action((flags: SchemeFlags, command: Command) =>
      perform(command, async (context) => {
        const { unregisterHandlers } = await import('../commands/handlers-unregister.ts');
        return unregisterHandlers(context, flags);
      }),
    );
}

function withSchemes(command: Command, description: string): Command {
  return command.addOption(new Option('--scheme <names...>', description).choices(schemeNames));
}
