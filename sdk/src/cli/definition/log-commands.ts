import type { Command } from 'commander';
import type { Perform } from '../program.ts';

/** The commands about the log of MicroSIP's SIP stack. */
export function defineLogCommands(program: Command, perform: Perform): void {
  const log = program.command('log').description("The log of MicroSIP's SIP stack").helpCommand(false);
  log
    .command('read')
    .description('What happened to registration and calls, from any log of MicroSIP')
    .argument('<file>', 'such as microsip_log.txt; - for standard input')
    .action((file: string, _options: unknown, command: Command) =>
      perform(command, async (context) => {
        const { readLog } = await import('../commands/log-read.ts');
        return readLog(context, file);
      }),
    );
}
