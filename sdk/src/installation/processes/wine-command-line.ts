import path from 'node:path';

/** What Wine itself is called in the list of processes, before it gives the process its program's name. */
const wineLoader = /^wine(?:64)?(?:-preloader)?$/u;

/**
 * Whether a command line is that of a Windows program under Wine, which shows it to Linux as the program's, named as
 * Windows or as Linux names files, or as that of Wine with the program as its argument.
 *
 * @param args - the command line, taken apart
 * @param executable - the program that is looked for, as Windows names it
 * @returns nothing when it is another program; its full path, where the command line has it
 */
export function startedProgram(
  args: readonly string[],
  executable: string,
): { readonly executable?: string } | undefined {
  const program = args.find((arg) => !wineLoader.test(path.posix.basename(arg)));
  if (program === undefined || baseName(program) !== baseName(executable)) return undefined;
  const found = windowsPath(program);
  if (!path.win32.isAbsolute(found)) return {};
  if (!path.win32.isAbsolute(executable)) return { executable: found };
  return comparable(found) === comparable(executable) ? { executable: found } : undefined;
}

/** Linux' own name for a file of drive `Z:` becomes that of Windows. */
function windowsPath(file: string): string {
  return file.startsWith('/') ? `Z:${file.replaceAll('/', '\\')}` : file.replaceAll('/', '\\');
}

function baseName(file: string): string {
  return path.win32.basename(file).toLowerCase();
}

/** A file of drive `C:` is also one of drive `Z:`, below the prefix that holds the drive. */
function comparable(file: string): string {
  return path.win32
    .normalize(windowsPath(file))
    .toLowerCase()
    .replace(/^z:\\.*?\\drive_([a-z])\\/u, (_prefix, drive: string) => `${drive}:\\`);
}
