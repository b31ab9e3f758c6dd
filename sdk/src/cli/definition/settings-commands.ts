import { Option, type Command } from 'commander';

import { MicroSipError } from '../../microsip-error.ts';
import type { ChangeFlags } from '../commands/change-progress.ts';
import type { PlaceFlags } from '../commands/setting-place.ts';
import type { ListFlags } from '../commands/settings-list.ts';
import type { UndoFlags } from '../commands/settings-undo.ts';
import type { Perform } from '../perform.ts';

/** The commands about the ini. */
export function defineSettingsCommands(program: Command, perform: Perform): void {
  program.commandsGroup('Settings:');
  const settings = program.command('settings').description("MicroSIP's settings").helpCommand(false);

  withPlace(settings.command('get'))
    .description('Print a setting; passwords are never shown')
    .argument('<key>', 'as in the ini, such as singleMode')
    .action((key: string, flags: PlaceFlags, command: Command) =>
      perform(command, async (context) => {
        const { getSetting } = await import('../commands/settings-get.ts');
        return getSetting(context, key, flags);
      }),
    );
  withChange(withPlace(settings.command('set')))
    .description('Change a setting; MicroSIP must not run, or be restarted')
    .argument('<key>', 'as in the ini, such as singleMode')
    .argument('<value>', 'on, off, a number, a text; - reads it from standard input')
    .allowUnknownOption()
    .action((key: string, value: string, flags: PlaceFlags & ChangeFlags, command: Command) =>
      perform(command, async (context) => {
        const { setSetting } = await import('../commands/settings-set.ts');
        return setSetting(context, key, value, flags);
      }),
    );
  withChange(withPlace(settings.command('unset'), { raw: false }))
    .description('Remove a setting, so that its default counts')
    .argument('<key>', 'as in the ini, such as singleMode')
    .action((key: string, flags: PlaceFlags & ChangeFlags, command: Command) =>
      perform(command, async (context) => {
        const { unsetSetting } = await import('../commands/settings-unset.ts');
        return unsetSetting(context, key, flags);
      }),
    );
  withPlace(settings.command('list'), { raw: false })
    .description('Print the settings in the ini; passwords are never shown')
    .option('--changed', 'only what somebody set, and not to its default')
    .action((flags: ListFlags, command: Command) =>
      perform(command, async (context) => {
        const { listSettings } = await import('../commands/settings-list.ts');
        return listSettings(context, flags);
      }),
    );
  withChange(settings.command('undo'))
    .description('Put the settings back as they were before the last change by the kit')
    .option('--list', 'print the backups there are, and change nothing')
    .option('--backup <file>', 'go back to this one of them')
    .action((flags: UndoFlags, command: Command) =>
      perform(command, async (context) => {
        const { undoSettings } = await import('../commands/settings-undo.ts');
        return undoSettings(context, flags);
      }),
    );
}

function withPlace(command: Command, { raw = true } = {}): Command {
  command
    .addOption(
      new Option('--account <n>', 'of [AccountN]; 0 for the local account')
        .argParser(parseAccount)
        .conflicts('section'),
    )
    .option('--section <name>', 'of another section than [Settings], without its brackets');
  return raw ? command.option('--raw', 'the text as it stands in the ini, also of unknown keys') : command;
}

/** The options of every command that changes what a running phone would overwrite. */
export function withChange(command: Command): Command {
  return command
    .option('--restart', 'if MicroSIP runs: wait for the end of calls, and restart it for the change')
    .option('--assume-idle', 'with --restart: no call is up, even if nothing tells')
    .option('--assume-closed', 'MicroSIP does not run, even if that cannot be found out');
}

function parseAccount(text: string): number {
  if (/^(?:0|[1-9]\d{0,8})$/u.test(text)) return Number(text);
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `An account is named by its number, from 0 on, not by “${text}”.`,
  );
}
