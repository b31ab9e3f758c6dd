import type { Writable } from 'node:stream';
import { Argument, Command, Help, Option } from 'commander';
import type { HangupScope, PhoneAction } from '../action/phone-action.ts';
import { MicroSipError } from '../microsip-error.ts';
import type { CallMilestone } from '../microsip.ts';
import { audioDevices, type AudioDeviceWord } from './audio-devices.ts';
import type { CommandContext, CommandResult } from './command-context.ts';
import type { ExplainFlags } from './commands/explain.ts';
import { showPlan } from './commands/show-plan.ts';
import type { RingFlags } from './commands/simulator-ring.ts';
import { defineContactsCommands } from './definition/contacts-commands.ts';
import { defineDoctorCommand } from './definition/doctor-command.ts';
import { defineHandlersCommands } from './definition/handlers-commands.ts';
import { defineHistoryCommands } from './definition/history-commands.ts';
import { defineHooksCommands } from './definition/hooks-commands.ts';
import { defineInstallationsCommand } from './definition/installations-command.ts';
import { defineLogCommands } from './definition/log-commands.ts';
import { defineRecipeCommand } from './definition/recipe-command.ts';
import { defineSettingsCommands } from './definition/settings-commands.ts';
import { backendNames, parseMilliseconds, parseVersion } from './global-options.ts';
import { hangupScopes } from './hangup-scopes.ts';
import type { Perform } from './perform.ts';
import { parseTime } from './time-option.ts';

const milestones = ['ringing', 'active', 'ended'] as const satisfies readonly CallMilestone[];

/** Lines of help are no longer, however wide the terminal is. */
const helpWidth = 100;

const everywhere = 'Options of every command:';

/**
 * The `microsip` command: its commands and their options. What a command does is loaded when it runs.
 *
 * @param perform - gets the command that was asked for and its way to run
 * @param output - gets the help
 */
export function createProgram(perform: Perform, output: Writable & { readonly columns?: number }): Command {
  const program = new Command('microsip')
    .description('Controls MicroSIP, the Windows SIP softphone, or a simulated one.')
    .usage('<command> [options]')
    .exitOverride()
    .configureHelp({ subcommandTerm })
    .configureOutput({
      writeOut: (help) => output.write(help),
      writeErr: () => undefined,
      getOutHelpWidth: () => Math.min(output.columns ?? helpWidth, helpWidth),
    })
    .addHelpOption(new Option('-h, --help', 'show help').helpGroup(everywhere))
    .addHelpCommand(
      new Command('help')
        .argument('[command]')
        .description('Show the help of a command')
        .helpGroup('Knowledge:'),
    )
    .optionsGroup(everywhere)
    .addOption(
      new Option('--backend <name>', 'where MicroSIP runs').choices(backendNames).default(undefined, 'auto'),
    )
    .option('--exe <path>', 'the microsip.exe to use')
    .option('--data-dir <dir>', 'the folder with its ini, log and history; of a simulated phone, its folder')
    .option('--microsip-version <version>', 'treat MicroSIP as this version', parseVersion)
    .option('--json', 'print one JSON value, or one a line for streams')
    .option('--dry-run', 'print what would be started or changed, and do nothing')
    .option('--timeout <ms>', 'give up after so many milliseconds', parseMilliseconds('--timeout'))
    .option('--verbose', 'say more on stderr')
    .option('--version', 'print the version of the kit');

  const act = (command: Command, action: PhoneAction, send = sendAction): Promise<void> =>
    perform(command, async (context) => {
      if (!context.options.dryRun) return send(context, action);
      return showPlan(context, action);
    });

  program.commandsGroup('Calls:');
  program
    .command('dial')
    .description('Call a number or a SIP address')
    .argument('<target>', 'as people write it; quote it if it has blanks')
    .addOption(new Option('--wait <state>', 'wait until the call is so far').choices(milestones))
    .allowUnknownOption()
    .allowExcessArguments()
    .action((_target: string, { wait }: { readonly wait?: CallMilestone }, command: Command) => {
      const target = onlyTarget(command);
      const dial = async (context: CommandContext): CommandResult => {
        if (wait === undefined) return sendAction(context, { type: 'dial', target });
        const { dialAndWait } = await import('./commands/dial-and-wait.ts');
        return dialAndWait(context, target, wait);
      };
      return act(command, { type: 'dial', target }, dial);
    });
  program
    .command('hangup')
    .description('End your calls; with --scope all refuse ringing ones as well')
    .addOption(new Option('--scope <calls>', 'which calls').choices(hangupScopes))
    .action((options: { readonly scope?: HangupScope }, command: Command) =>
      act(command, { type: 'hangup', scope: options.scope }),
    );
  program
    .command('answer')
    .description('Answer the first ringing call')
    .action((_options: unknown, command: Command) => act(command, { type: 'answer' }));
  program
    .command('reject')
    .description('Refuse every ringing call')
    .action((_options: unknown, command: Command) => act(command, { type: 'reject' }));

  program.commandsGroup('In a call:');
  program
    .command('transfer')
    .description('Transfer the call in the selected tab, without asking first')
    .argument('<target>', 'as for dial')
    .allowUnknownOption()
    .allowExcessArguments()
    .action((_target: string, _options: unknown, command: Command) =>
      act(command, { type: 'transfer', target: onlyTarget(command) }),
    );
  program
    .command('dtmf')
    .description('Send tones')
    .argument('<digits>', '0-9, *, # and A-D')
    .action((digits: string, _options: unknown, command: Command) => act(command, { type: 'dtmf', digits }));
  program
    .command('hold')
    .description('Hold the call in the selected tab, or take it back')
    .action((_options: unknown, command: Command) => act(command, { type: 'hold' }));
  program
    .command('mute')
    .description('Mute or unmute')
    .addArgument(deviceArgument())
    .option('--off', 'unmute')
    .action((device: AudioDeviceWord, options: { readonly off?: true }, command: Command) =>
      act(command, { type: 'mute', device: audioDevices[device], on: options.off !== true }),
    );
  program
    .command('volume')
    .description('One step louder or quieter')
    .addArgument(deviceArgument())
    .addArgument(new Argument('<direction>').choices(['up', 'down']))
    .action((device: AudioDeviceWord, direction: 'up' | 'down', _options: unknown, command: Command) =>
      act(command, { type: 'volume', device: audioDevices[device], direction }),
    );

  program.commandsGroup('The program:');
  program
    .command('account')
    .description('Make another account the active one')
    .argument('<number>', 'N of its section [AccountN], from 1', parseAccountNumber)
    .action((number: number, _options: unknown, command: Command) =>
      act(command, { type: 'account', number }),
    );
  program
    .command('start')
    .description('Start MicroSIP, or show its window')
    .option('--minimized', 'start it in the tray')
    .action((options: { readonly minimized?: true }, command: Command) =>
      act(command, { type: 'start', minimized: options.minimized }),
    );
  program
    .command('minimize')
    .description('Hide the window in the tray')
    .action((_options: unknown, command: Command) => act(command, { type: 'minimize' }));
  program
    .command('exit')
    .description('End MicroSIP, and with it every call')
    .action((_options: unknown, command: Command) => act(command, { type: 'exit' }));

  program.commandsGroup('What happens:');
  program
    .command('status')
    .description('What the phone does now')
    .option('--follow', 'say it again whenever it changes, until Ctrl-C')
    .action((options: { readonly follow?: true }, command: Command) =>
      perform(command, async (context) => {
        const { status } = await import('./commands/status.ts');
        return status(context, options);
      }),
    );
  program
    .command('events')
    .description('The phone, its registration and its calls as events')
    .option('--follow', 'go on with every event that comes, until Ctrl-C')
    .option('--since <time>', 'first what happened since then: 2026-11-22T08:30, or 2h', parseTime('--since'))
    .action((options: { readonly follow?: true; readonly since?: Date }, command: Command) =>
      perform(command, async (context) => {
        const { events } = await import('./commands/events.ts');
        return events(context, options);
      }),
    );

  defineLogCommands(program, perform);
  defineHooksCommands(program, perform);
  defineHandlersCommands(program, perform);
  defineHistoryCommands(program, perform);
  defineContactsCommands(program, perform);
  defineSettingsCommands(program, perform);
  defineInstallationsCommand(program, perform);
  defineDoctorCommand(program, perform);

  program.commandsGroup('Knowledge:');
  program
    .command('explain')
    .description('What MicroSIP would really do with a command line, and the right way to say it')
    .argument('[words...]', 'the command line of microsip.exe; put -- before it')
    .option('--all-versions', 'compare the versions that were read')
    .option('--not-running', 'MicroSIP does not run')
    .option('--unregistered', 'the account is not registered')
    .option('--no-account', 'no account is set up')
    .option('--in-call', 'there is a call')
    .option('--several-calls', 'several calls at once are allowed (singleMode=0)')
    .allowUnknownOption()
    .action((words: string[], options: ExplainFlags, command: Command) =>
      perform(command, async (context) => {
        const { explain } = await import('./commands/explain.ts');
        return explain(context, words, options);
      }),
    );
  program
    .command('catalogue')
    .description('All that MicroSIP understands: commands, hooks, settings, URL schemes, folklore')
    .option('--schema', 'print the JSON schema of what --json prints')
    .action((options: { readonly schema?: true }, command: Command) =>
      perform(command, async (context) => {
        const { catalogue } = await import('./commands/catalogue.ts');
        return catalogue(context, options);
      }),
    );
  defineRecipeCommand(program, perform);

  program.commandsGroup('Without Windows:');
  const simulator = program.command('simulator').description('A simulated phone').helpCommand(false);
  simulator
    .command('run')
    .description('Run one here until it exits, and say what happens')
    .option('--script <file>', 'how far ends, registrar and user behave (JSON)')
    .option('--minimized', 'start it in the tray')
    .action((options: { readonly script?: string; readonly minimized?: true }, command: Command) =>
      perform(command, async (context) => {
        const { runSimulator } = await import('./commands/simulator-run.ts');
        return runSimulator(context, options);
      }),
    );
  simulator
    .command('ring')
    .description('Let a call come in')
    .argument('<from>', 'the caller: a number, or the value of a From header', parseCaller)
    .option('--video', 'the caller offers video')
    .option(
      '--give-up-after <ms>',
      'the caller hangs up if nobody answers',
      parseMilliseconds('--give-up-after'),
    )
    .option(
      '--hang-up-after <ms>',
      'the caller hangs up so long after the answer',
      parseMilliseconds('--hang-up-after'),
    )
    .action((from: string, options: RingFlags, command: Command) =>
      perform(command, async (context) => {
        const { ringSimulator } = await import('./commands/simulator-ring.ts');
        return ringSimulator(context, from, options);
      }),
    );
  simulator
    .command('script')
    .description('Check a script for `simulator run`')
    .argument('<file>')
    .action((file: string, _options: unknown, command: Command) =>
      perform(command, async (context) => {
        const { checkScript } = await import('./commands/simulator-script.ts');
        return checkScript(context, file);
      }),
    );

  return program;
}

/** A longer one would push the descriptions of all commands to the right. */
const longestTerm = 28;

/** A command in a list of commands; of a long one only what it must be given. */
function subcommandTerm(command: Command): string {
  const term = new Help().subcommandTerm(command);
  if (term.length <= longestTerm) return term;
  const needed = command.registeredArguments.filter(({ required }) => required);
  return [command.name(), ...needed.map((argument) => `<${argument.name()}>`)].join(' ');
}

async function sendAction(context: CommandContext, action: PhoneAction): CommandResult {
  const command = await import('./commands/send-action.ts');
  return command.sendAction(context, action);
}

function deviceArgument(): Argument {
  return new Argument('<device>', 'microphone or speaker').choices(Object.keys(audioDevices));
}

function parseCaller(text: string): string {
  if (text.trim() !== '') return text;
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    'A caller is missing: write a number, such as 101, or the value of a From header.',
  );
}

function parseAccountNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/u.test(text)) return Number(text);
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `An account is named by its number, from 1 on, not by “${text}”.`,
  );
}

/**
 * The one target among the words. A word with a dash in front arrives here as well, so that the target room says what
 * is wrong with it; beside a target it is an option that does not exist.
 */
function onlyTarget(command: Command): string {
  const [target = '', ...rest] = command.args;
  if (rest.length === 0) return target;

  const option = command.args.find((word) => word.startsWith('-'));
  if (option !== undefined) command.error(`unknown option '${option}'`, { code: 'commander.unknownOption' });
  throw new MicroSipError(
    'INVALID_ARGUMENT',
    `${command.name()} takes one target. If “${command.args.join(' ')}” is one, put it in quotes.`,
  );
}
