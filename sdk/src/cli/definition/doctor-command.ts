import type { Command } from 'commander';
import type { Perform } from '../perform.ts';

/** The command that looks for what is wrong with an installation. */
export function defineDoctorCommand(program: Command, perform: Perform): void {
  program.commandsGroup('Health:');
  program
    .command('doctor')
    .description('Look for everything that can be wrong, and say how to mend it; changes nothing')
    .action((_options: unknown, command: Command) =>
      perform(command, async (context) => {
        const { doctor } = await import('../commands/doctor.ts');
        return doctor(context);
      }),
    );
}
