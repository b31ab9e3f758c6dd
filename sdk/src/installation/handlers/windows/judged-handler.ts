import path from 'node:path';

import { schemeNamed } from '../../../catalogue/schemes.ts';
import { expandVariables } from '../../registry/expand-variables.ts';
import type { SchemeHandler } from '../scheme-handler.ts';
import type { ClassCommand } from './class-command.ts';
import { commandProgram, type CommandProgram } from './command-program.ts';
import type { HandlerSurroundings } from './handler-surroundings.ts';
import { settingsPage } from './own-registration.ts';
import type { RegisteredScheme } from './registered-schemes.ts';

/** What a class would run. */
interface JudgedCommand {
  readonly registered: ClassCommand;
  readonly commandLine: string | undefined;
  readonly program: CommandProgram | undefined;
  readonly exists: boolean | undefined;
  readonly handledBy: Exclude<SchemeHandler['handledBy'], 'nobody'>;
}

/** Who opens the links of a scheme, as the registry says, and what is wrong about it. */
export async function judgedHandler(
  { choice, registration, scheme }: RegisteredScheme,
  surroundings: HandlerSurroundings,
): Promise<SchemeHandler> {
  const byName = await judge(registration, surroundings);
  const chosen = await judge(choice?.registration, surroundings);
  const effective = choice === undefined ? byName : chosen;
  const isClickable = effective !== undefined && (choice !== undefined || effective.registered.isProtocol);
  return {
    scheme,
    handledBy: isClickable ? effective.handledBy : 'nobody',
    ...(effective?.program?.executable !== undefined && { executable: effective.program.executable }),
    ...(effective?.exists !== undefined && { programExists: effective.exists }),
    ...(effective?.commandLine !== undefined && { commandLine: effective.commandLine }),
    ...(choice !== undefined && { choice: choice.progId }),
    ...(choice !== undefined &&
      byName !== undefined && {
        choiceAgrees: chosen !== undefined && (await leadsToSame(chosen, byName, surroundings)),
      }),
    remarks: [
      ...choiceRemarks(choice?.progId, chosen, byName),
      ...(choice === undefined && effective !== undefined && !effective.registered.isProtocol
        ? [
            `The value "URL Protocol" is missing, so Windows does not take ${scheme}: for a protocol and opens no link of it.`,
          ]
        : []),
      ...(effective === undefined ? [] : commandRemarks(effective)),
      ...(isClickable && effective.handledBy !== 'another-program' ? understandingRemarks(scheme) : []),
    ],
  };
}

async function judge(
  registered: ClassCommand | undefined,
  { environment, executable, exists, isSame }: HandlerSurroundings,
): Promise<JudgedCommand | undefined> {
  if (registered === undefined) return undefined;
  const { commandLine: text, delegate, isExpandable } = registered;
  if (text === undefined && delegate === undefined) return undefined;
  // Where there is one, Windows asks it and does not look at the command.
  const commandLine =
    text === undefined || delegate !== undefined
      ? undefined
      : isExpandable
        ? expandVariables(text, environment)
        : text;
  const program = commandLine === undefined ? undefined : commandProgram(commandLine);
  const file = program?.executable;
  const isPath = file !== undefined && path.win32.isAbsolute(file);
  return {
    registered,
    commandLine,
    program,
    exists: isPath ? await exists(file) : undefined,
    handledBy:
      isPath && (await isSame(file, executable))
        ? 'this-microsip'
        : file !== undefined && isNamedLikeMicroSip(file, executable)
          ? 'another-microsip'
          : 'another-program',
  };
}

/** MicroSIP may be renamed, and the name decides which ini it reads (facts D.1). */
function isNamedLikeMicroSip(file: string, executable: string): boolean {
  const name = path.win32.basename(file).toLowerCase();
  return /^microsip.*\.exe$/u.test(name) || name === path.win32.basename(executable).toLowerCase();
}

async function leadsToSame(
  left: JudgedCommand,
  right: JudgedCommand,
  { isSame }: HandlerSurroundings,
): Promise<boolean> {
  const [one, other] = [left.program?.executable, right.program?.executable];
  if (one === undefined || other === undefined) {
    return left.registered.delegate !== undefined && left.registered.delegate === right.registered.delegate;
  }
  return await isSame(one, other);
}

function choiceRemarks(
  progId: string | undefined,
  chosen: JudgedCommand | undefined,
  byName: JudgedCommand | undefined,
): readonly string[] {
  if (progId === undefined) return [];
  if (chosen === undefined) {
    return [
      `${progId}, which was chosen in Windows' default apps, is not registered any more: a click asks which program to take. Choose one in ${settingsPage}.`,
    ];
  }
  if (chosen.handledBy !== 'this-microsip' && byName?.handledBy === 'this-microsip') {
    return [
      `This MicroSIP is registered, but ${chosen.registered.appName ?? progId} is chosen in Windows' default apps. Only you can change that, in ${settingsPage}.`,
    ];
  }
  return [];
}

function commandRemarks({ exists, program, registered }: JudgedCommand): readonly string[] {
  if (program === undefined) {
    return [
      `An app is asked through COM (${registered.delegate ?? ''})${registered.appName === undefined ? '' : `, ${registered.appName}`}; what it runs is not registered.`,
    ];
  }
  const { executable, link, mistakable } = program;
  return [
    ...(executable === undefined ? ['The registered command names no program.'] : []),
    ...(executable !== undefined && exists === false
      ? [`${executable} is not there any more, so a click opens nothing; what registered it did not tidy up.`]
      : []),
    ...(mistakable[0] !== undefined
      ? [
          `The path of the program is not in quotation marks: Windows would start ${mistakable[0]} first if it were there.`,
        ]
      : []),
    ...(link === 'missing' ? ['The command lacks "%1", so the program is started without the link.'] : []),
    // facts A.11
    ...(link === 'bare'
      ? [
          '%1 is not in quotation marks, so a link with a blank in it smuggles further arguments to the program.',
        ]
      : []),
  ];
}

function understandingRemarks(scheme: SchemeHandler['scheme']): readonly string[] {
  switch (scheme) {
    case 'sips':
      return [schemeNamed('sips').effect];
    case 'msip':
      return ['Any web page can offer links that command the phone, such as msip:hold.'];
    default:
      return [];
  }
}
