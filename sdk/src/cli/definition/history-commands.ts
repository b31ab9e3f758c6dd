import { Option, type Command } from 'commander';
import type { CallRecordType } from '../../history/call-record.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { HistoryFlags } from '../commands/history.ts';
import type { Perform } from '../perform.ts';
import { parseTime } from '../time-option.ts';

const types = [
  'outgoing',
  'incoming',
  'missed',
  'answered-elsewhere',
] as const satisfies readonly CallRecordType[];

/** The command about the calls that MicroSIP keeps. */
export function defineHistoryCommands(program: Command, perform: Perform): void {
  program.commandsGroup('History and contacts:');
  program
    .command('history')
    .description('The calls that MicroSIP keeps, newest first; one that is still up lasts 0 seconds')
    .option('--number <number>', 'only with this number, in any notation')
    .option('--name <words>', 'only with names that have words which begin so')
    .addOption(new Option('--type <kinds...>', 'only such calls').choices(types))
    .option(
      '--since <time>',
      'only from then on: a date, a date with a time, or 30m, 2h, 7d ago',
      parseTime('--since'),
    )
    .option('--until <time>', 'only from before then', parseTime('--until'))
    .option('--limit <n>', 'at most so many, the newest ones', parseLimit)
    .action((flags: HistoryFlags, command: Command) =>
      perform(command, async (context) => {
        const { history } = await import('../commands/history.ts');
        return history(context, flags);
      }),
    );
}

function parseLimit(text: string): number {
  if (/^[1-9]\d{0,8}$/u.test(text)) return Number(text);
  throw new MicroSipError('INVALID_ARGUMENT', `--limit takes a whole number from 1 on, not “${text}”.`);
}
