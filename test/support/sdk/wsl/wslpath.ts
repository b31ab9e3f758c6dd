import { realpathSync } from 'node:fs';
import path from 'node:path';

/** What WSL's `wslpath` knows of the machine. */
export interface WslMachine {
  /** The drives of Windows, and where they are mounted. */
  readonly drives: Readonly<Record<string, string>>;
  /** The name of the distribution. */
  readonly distribution: string;
}

/** What a program printed and how it ended. */
export interface ProgramAnswer {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

const usage = `Usage:
    -a    force result to absolute path format
    -u    translate from a Windows path to a WSL path (default)
    -w    translate from a WSL path to a Windows path
    -m    translate from a WSL path to a Windows path, with '/' instead of '\\'
`;

/** Answers as WSL's own `wslpath` does, read from its source (`wslpath.cpp`): full paths only, relative ones fail here. */
export function wslpath(args: readonly string[], machine: WslMachine): ProgramAnswer {
  const options = args.filter((arg) => arg.startsWith('-'));
  const [file, ...others] = args.filter((arg) => !arg.startsWith('-'));
  const modes = options.filter((option) => option !== '-a');
  const isKnown = modes.length <= 1 && modes.every((mode) => ['-u', '-w', '-m'].includes(mode));
  if (file === undefined || others.length > 0 || !isKnown) {
    return { stdout: `${usage}\n`, stderr: 'wslpath: Invalid argument\n', exitCode: 1 };
  }
  const [mode = '-u'] = modes;
  const translated = mode === '-u' ? toLinux(file, machine) : toWindows(file, machine);
  if (translated === undefined) {
    return { stdout: '', stderr: `wslpath: ${file}: Invalid argument\n`, exitCode: 1 };
  }
  const shown = mode === '-m' ? translated.replaceAll('\\', '/') : translated;
  return { stdout: `${shown}\n`, stderr: '', exitCode: 0 };
}

function toLinux(file: string, { distribution, drives }: WslMachine): string | undefined {
  const plain = file.replaceAll('/', '\\').replace(/^\\\\\?\\/u, '');
  const [, letter, rest] = /^([a-z]):\\(.*)$/isu.exec(plain) ?? [];
  if (letter !== undefined && rest !== undefined) {
    const folder = drives[letter.toUpperCase()];
    return folder && `${folder}/${path.win32.normalize(`\\${rest}`).slice(1).replaceAll('\\', '/')}`;
  }
  const [, server, share, below = ''] = /^\\\\([^\\]+)\\([^\\]+)(.*)$/u.exec(plain) ?? [];
  const isOwn = /^wsl(?:\$|\.localhost)$/iu.test(server ?? '') && share === distribution;
  return isOwn ? path.posix.normalize(`/${below.replaceAll('\\', '/')}`) : undefined;
}

function toWindows(file: string, { distribution, drives }: WslMachine): string | undefined {
  if (!path.posix.isAbsolute(file)) return undefined;
  const full = path.posix.normalize(realName(file));
  for (const [letter, folder] of Object.entries(drives)) {
    if (full !== folder && !full.startsWith(`${folder}/`)) continue;
    return `${letter}:\\${full.slice(folder.length + 1).replaceAll('/', '\\')}`;
  }
  return `\\\\wsl.localhost\\${distribution}${full.replaceAll('/', '\\')}`;
}

/** Links are followed; a file that is not there is named as it is. */
function realName(file: string): string {
  try {
    return realpathSync(file);
  } catch {
    return file;
  }
}
