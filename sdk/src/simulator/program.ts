import { MicroSipError } from '../microsip-error.ts';
import { parseProgramArguments } from './program-arguments.ts';
import { startProgram } from './start/start-program.ts';

/*
 * The simulator as a program, started in place of `microsip.exe` for every command:
 *
 *   node program.js --data-dir DIR [--microsip-version V] [--script FILE] [--hold-ini MS] [-- TAIL]
 */
try {
  process.exitCode = await startProgram(parseProgramArguments(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof MicroSipError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: MicroSipError): number {
  if (error.code === 'INVALID_ARGUMENT') return 2;
  return error.code === 'SETTINGS_DAMAGED' ? 7 : 1;
}
