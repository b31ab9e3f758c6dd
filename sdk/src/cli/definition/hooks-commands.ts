import type { Command } from 'commander';
import type { ChangeFlags } from '../commands/change-progress.ts';
import type { InstallHooksFlags } from '../commands/hooks-install.ts';
import type { Perform } from '../perform.ts';
import { withChange } from './settings-commands.ts';

/** The commands about the programs that MicroSIP starts at its events. */
export function defineHooksCommands(program: Command, perform: Perform): void {
  const hooks = program.command('hooks').description('The event hooks of MicroSIP').helpCommand(false);
  withChange(hooks.command('install'))
    .description('Have MicroSIP tell a journal of every call; what the hooks run now, they run on')
    .option('--node <path>', 'the Node.js that MicroSIP starts, instead of this one')
    .action((flags: InstallHooksFlags, command: Command) =>
      perform(command, async (context) => {
        const { installHooks } = await import('../commands/hooks-install.ts');
        return installHooks(context, flags);
      }),
    );
  withChange(hooks.command('remove'))
    .description('Give the hooks back what they ran before, and remove the journal')
    .action((flags: ChangeFlags, command: Command) =>
      perform(command, async (context) => {
        const { removeHooks } = await import('../commands/hooks-remove.ts');
        return removeHooks(context, flags);
      }),
    );
  hooks
    .command('status')
    .description('What each hook runs, and what the journal last heard')
    .action((_options: unknown, command: Command) =>
      perform(command, async (context) => {
        const { hooksStatus } = await import('../commands/hooks-status.ts');
        return hooksStatus(context);
      }),
    );
}
