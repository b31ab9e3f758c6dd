import path from 'node:path';

import type { DiscoveryPlace, DiscoveryStep } from './discovery-step.ts';
import type { Hint, Lead } from './lead.ts';
import type { FileFacts, WindowsFiles } from './windows-files.ts';

/** A program that is there. */
export interface PresentProgram {
  /** Its full path, as Windows names it. */
  readonly executable: string;
  readonly file: FileFacts;
}

/** What became of a lead. */
export interface FollowedLead {
  readonly place: DiscoveryPlace;
  readonly step: DiscoveryStep;
  readonly programs: readonly PresentProgram[];
}

/** Whether a file, named as this process sees it, is a MicroSIP, whatever its name is. */
export type IsMicroSip = (local: string) => Promise<boolean>;

/** What a path leads to. */
interface Followed {
  /** The programs it names, whether or not they are there. */
  readonly named: readonly string[];
  readonly programs: readonly PresentProgram[];
  readonly remark?: string;
}

/** The longest path of a program that Windows starts, unless it is told to allow longer ones. */
const longestProgramPath = 259;

/** Looks whether there is a MicroSIP where a lead says. */
export async function followLead(
  { hints, looked, place, remarks }: Lead,
  files: WindowsFiles,
  isMicroSip: IsMicroSip,
): Promise<FollowedLead> {
  const followed = await Promise.all(hints.map((hint) => followHint(hint, files, isMicroSip)));
  const programs = followed.flatMap((hint) => hint.programs);
  const tooLong = programs.filter(({ executable }) => executable.length > longestProgramPath);
  const said = new Set([
    ...remarks,
    ...followed.flatMap(({ remark }) => remark ?? []),
    ...tooLong.map(
      () => `Windows starts no program whose path is longer than ${longestProgramPath} characters`,
    ),
  ]);
  const named = new Map(
    followed.flatMap((hint) => hint.named).map((program) => [program.toLowerCase(), program]),
  );
  return {
    place,
    step: {
      place,
      looked,
      named: [...named.values()],
      ...(said.size > 0 && { remark: [...said].join('; ') }),
    },
    programs,
  };
}

async function followHint(hint: Hint, files: WindowsFiles, isMicroSip: IsMicroSip): Promise<Followed> {
  const there = await files.lookAt(hint.path);
  if (there === undefined) return nothingThere(hint);
  if (there.kind === 'folder') return await lookInto(hint, there, files, isMicroSip);
  if (!/\.exe$/iu.test(hint.path)) {
    return { named: [], programs: [], remark: `${hint.path} is a file and no program` };
  }
  return {
    named: [hint.path],
    programs: [{ executable: hint.path, file: there }],
    ...(hint.kind === 'folder' && { remark: `${hint.path} is the program, where its folder should stand` }),
  };
}

function nothingThere({ isGuess, kind, path: missing }: Hint): Followed {
  if (isGuess) return { named: [], programs: [] };
  const named = kind === 'program' ? missing : programIn(missing);
  return { named: [named], programs: [], remark: `${missing} is not there` };
}

/** MicroSIP's program in a folder; one that somebody renamed, where none has its usual name. */
async function lookInto(
  { isGuess, kind, path: folder }: Hint,
  there: FileFacts,
  files: WindowsFiles,
  isMicroSip: IsMicroSip,
): Promise<Followed> {
  const executable = programIn(folder);
  const file = await files.lookAt(executable);
  const oddity =
    kind === 'program' ? { remark: `${folder} is a folder, where the program should stand` } : {};
  if (file?.kind === 'file') return { named: [executable], programs: [{ executable, file }], ...oddity };

  const renamed = await renamedIn(folder, there, files, isMicroSip);
  if (renamed.length > 0) {
    const names = renamed.map((program) => path.win32.basename(program.executable)).join(', ');
    return {
      named: renamed.map((program) => program.executable),
      programs: renamed,
      remark: `microsip.exe was renamed to ${names}`,
    };
  }
  if (isGuess) return { named: [], programs: [] };
  return { named: [executable], programs: [], remark: `there is no microsip.exe in ${folder}` };
}

/** More programs than this are not looked into: the folder is none of MicroSIP's own. */
const mostPrograms = 16;

async function renamedIn(
  folder: string,
  there: FileFacts,
  files: WindowsFiles,
  isMicroSip: IsMicroSip,
): Promise<readonly PresentProgram[]> {
  const names = await files.namesIn(there);
  // Its uninstaller is a program of the same product.
  const programs = names.filter((name) => /\.exe$/iu.test(name) && !/^unins|setup/iu.test(name)).toSorted();
  if (programs.length > mostPrograms) return [];
  const found = await Promise.all(
    programs.map(async (name): Promise<readonly PresentProgram[]> => {
      const executable = path.win32.join(folder, name);
      const file = await files.lookAt(executable);
      return file?.kind === 'file' && (await isMicroSip(file.local)) ? [{ executable, file }] : [];
    }),
  );
  return found.flat();
}

function programIn(folder: string): string {
  return path.win32.join(folder, 'microsip.exe');
}
