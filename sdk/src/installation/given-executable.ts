import { MicroSipError } from '../microsip-error.ts';
import type { Backend } from './installation.ts';

const places: Record<Exclude<Backend, 'simulator'>, string> = {
  windows: 'on Windows',
  wsl: 'on the Windows side of WSL',
  wine: 'under Wine',
};

/**
 * The program that a backend was told to start.
 *
 * @throws MicroSipError `NOT_INSTALLED` when none was given, `INVALID_ARGUMENT` when it is no `.exe`
 */
export function givenExecutable(executable: string | undefined, backend: keyof typeof places): string {
  if (executable === undefined) {
    throw new MicroSipError(
      'NOT_INSTALLED',
      `This version of the kit does not look for MicroSIP ${places[backend]}: ` +
        'give the path of microsip.exe (--exe), or use a simulated phone (--backend simulator).',
    );
  }
  // Anything but an .exe would be run by cmd.exe, which reads a command line in its own way.
  if (!/\.exe$/iu.test(executable) || /["\0]/u.test(executable)) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      `${JSON.stringify(executable)} is no program: give the path of microsip.exe.`,
    );
  }
  return executable;
}
