import { MicroSipError } from '../../microsip-error.ts';

/** Links that lead to a program that is not there would open nothing. */
export function missingProgram(executable: string): MicroSipError {
  return new MicroSipError(
    'NOT_INSTALLED',
    `There is no ${executable}, so links to it would open nothing: give the path of microsip.exe (--exe).`,
  );
}
