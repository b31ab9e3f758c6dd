import { existsSync } from 'node:fs';
import path from 'node:path';

import { schemeNamed } from '../../../catalogue/schemes.ts';
import { isExecutable, programOnPath } from '../../system/program-on-path.ts';
import type { SchemeHandler } from '../scheme-handler.ts';
import type { DesktopRegistration, InstalledApplication } from './installed-applications.ts';

/** What is known of this MicroSIP and of the system around it. */
export interface DesktopSurroundings {
  /** What starts this MicroSIP. */
  readonly start: readonly string[];
  /** Whether its program is there, where that can be told. */
  readonly isThere: boolean | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** Who opens the links of a scheme, as the desktop's files say, and what is wrong about it. */
export function judgedDesktopHandler(
  { candidate, choice, gone, scheme }: DesktopRegistration,
  surroundings: DesktopSurroundings,
): SchemeHandler {
  const application = choice?.application ?? candidate;
  const remarks = gone.map(
    (id) => `${id}, which is chosen for ${scheme}:, is not installed any more; the next choice counts.`,
  );
  if (application === undefined) return { scheme, handledBy: 'nobody', remarks };
  const { desktopFile } = application;
  const args = programArguments(desktopFile.parsed?.args ?? []);
  const [executable] = args;
  const handledBy = judge(application, args, surroundings);
  const isStartable = executable === undefined ? undefined : exists(executable, args, surroundings);
  const programExists =
    handledBy === 'this-microsip' && isStartable !== false ? surroundings.isThere : isStartable;
  return {
    scheme,
    handledBy,
    ...(executable !== undefined && { executable }),
    ...(programExists !== undefined && { programExists }),
    ...(desktopFile.exec !== undefined && { commandLine: desktopFile.exec }),
    ...(choice !== undefined && {
      choice: choice.application.id,
      choiceAgrees: choice.application.desktopFile.claims(scheme),
    }),
    remarks: [
      ...remarks,
      ...(executable === undefined ? [`The Exec of ${application.file} names no program.`] : []),
      ...(programExists === false
        ? [`What ${application.file} starts is not there any more, so a click opens nothing.`]
        : []),
      ...(executable !== undefined && desktopFile.parsed?.link === 'missing'
        ? ['The Exec lacks %u, so the program is started without the link.']
        : []),
      ...(desktopFile.parsed?.link === 'quoted'
        ? ['%u stands in quotation marks in the Exec, where it means nothing to some desktops.']
        : []),
      ...(choice !== undefined && !choice.application.desktopFile.claims(scheme)
        ? [
            `${choice.application.id} is chosen for ${scheme}:, though it does not say that it opens such links.`,
          ]
        : []),
      ...(handledBy !== 'another-program' && scheme === 'sips' ? [schemeNamed('sips').effect] : []),
    ],
  };
}

/** Without `env` and the variables it sets. */
function programArguments(args: readonly string[]): readonly string[] {
  if (path.posix.basename(args[0] ?? '') !== 'env') return args;
  const first = args.findIndex((arg, index) => index > 0 && !/^[A-Za-z_]\w*=/u.test(arg));
  return first === -1 ? [] : args.slice(first);
}

function judge(
  { desktopFile, id }: InstalledApplication,
  args: readonly string[],
  surroundings: DesktopSurroundings,
): SchemeHandler['handledBy'] {
  const isSame = isEqual(desktopFile.parsed?.args ?? [], surroundings.start);
  if (isSame) return 'this-microsip';
  const names = args.map((arg) => path.win32.basename(arg).toLowerCase());
  return id.startsWith('microsip-devkit-') || names.some((name) => /^microsip.*\.exe$/u.test(name))
    ? 'another-microsip'
    : 'another-program';
}

/** Nothing where it cannot be told, as for a file that only Wine knows where to find. */
function exists(
  executable: string,
  args: readonly string[],
  { env }: DesktopSurroundings,
): boolean | undefined {
  const isThere = path.posix.isAbsolute(executable)
    ? isExecutable(executable)
    : programOnPath(executable, env) !== undefined;
  if (!isThere) return false;
  const program = args.slice(1).find((arg) => /\.exe$/iu.test(arg));
  if (program === undefined) return true;
  return path.posix.isAbsolute(program) ? existsSync(program) : undefined;
}

function isEqual(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((argument, index) => argument === right[index]);
}
