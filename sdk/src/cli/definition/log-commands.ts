import type { Command } from 'commander';
import type { ChangeFlags } from '../commands/change-progress.ts';
import type { Perform } from '../perform.ts';
import { withChange } from './settings-commands.ts';

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
  log
    .command('status')
    .description('Whether the log is on, where it is, and whether MicroSIP writes it')
    .action((_options: unknown, command: Command) =>
      perform(command, async (context) => {
        const { logStatus } = await import('../commands/log-status.ts');
        return logStatus(context);
      }),
    );
  for (const [name, on] of [
    ['enable', true],
    ['disable', false],
  ] as const) {
    withChange(log.command(name))
      .description(
        on
          ? 'Have MicroSIP write it, so that the state of calls is known'
          : 'Have MicroSIP write none; what was written stays',
      )
      .action((flags: ChangeFlags, command: Command) =>
        perform(command, async (context) => {
          const { switchLogSetting } = await import('../commands/log-switch.ts');
          return switchLogSetting(context, on, flags);
        }),
      );
  }
}
