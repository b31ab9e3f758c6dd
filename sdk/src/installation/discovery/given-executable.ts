import { MicroSipError } from '../../microsip-error.ts';

/**
 * Checks the path of a program that somebody gave. Whether it is there is looked at later.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` when it is no `.exe`
 */
export function checkExecutable(executable: string): void {
  const unquoted = /^\s*"([^"]*)"\s*$/u.exec(executable)?.[1];
  if (unquoted !== undefined) throw refusal(executable, `has quotes around it; leave them out: ${unquoted}`);
  // Anything but an .exe would be run by cmd.exe, which reads a command line in its own way.
  if (!/\.exe$/iu.test(executable) || /[\p{Cc}"<>|*?]/u.test(executable.replace(/^\\\\\?\\/u, ''))) {
    const folder = executable.replace(/[\\/]+$/u, '');
    const example = /^[^"]*[\\/][^"]*$/u.test(folder)
      ? `, such as ${folder}${folder.includes('/') ? '/' : '\\'}microsip.exe`
      : '';
    throw refusal(executable, `is no program: give the path of microsip.exe${example}.`);
  }
}

function refusal(executable: string, what: string): MicroSipError {
  return new MicroSipError('INVALID_ARGUMENT', `“${executable}” ${what}`);
}
