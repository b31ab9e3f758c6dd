import type { Command } from 'commander';
import type { Perform } from '../perform.ts';

/** The command that lists the MicroSIPs of this machine. */
export function defineInstallationsCommand(program: Command, perform: Perform): void {
  program.commandsGroup('Health:');
  program
    .command('installations')
    .description('Every MicroSIP of this machine, and the one that commands go to')
    .action((_options: unknown, command: Command) =>
      perform(command, async (context) => {
        const { installations } = await import('../commands/installations.ts');
        return installations(context);
      }),
    );
}
