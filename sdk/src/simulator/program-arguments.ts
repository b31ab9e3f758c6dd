import { isVersion, newestVerifiedVersion } from '../catalogue/version.ts';
import { MicroSipError } from '../microsip-error.ts';

/** How the simulator's program is started in place of `microsip.exe`. */
export interface ProgramArguments {
  readonly dataDirectory: string;
  readonly version: string;
  /** Path of a script file that describes far ends, registrar and user. */
  readonly scriptFile: string | undefined;
  /** How long every start keeps the ini open beyond the time it needs, to provoke the race of facts B.1. */
  readonly holdIniMs: number;
  /** Whether a phone without an ini gets an account, without which MicroSIP calls nobody. */
  readonly exampleAccount: boolean;
  /** The raw command line tail. */
  readonly tail: string;
}

/** How the program is started; the tail is one argument, because MicroSIP never splits it (facts A.1). */
export const programUsage =
  'Usage: program.js --data-dir DIR [--microsip-version V] [--account example|none] [--script FILE] [--hold-ini MS] [-- TAIL]';

/**
 * Takes the program's arguments apart. Everything after `--` is the command line tail, which must be one argument.
 *
 * @throws MicroSipError `INVALID_ARGUMENT`
 */
export function parseProgramArguments(args: readonly string[]): ProgramArguments {
  const separator = args.indexOf('--');
  const options = separator === -1 ? args : args.slice(0, separator);
  const tails = separator === -1 ? [] : args.slice(separator + 1);
  if (tails.length > 1) throw usageError('the command line tail is more than one argument');

  const values = new Map<string, string>();
  for (let index = 0; index < options.length; index += 2) {
    const name = options[index] ?? '';
    const value = options[index + 1];
    if (!optionNames.has(name)) throw usageError(`there is no option ${JSON.stringify(name)}`);
    if (value === undefined) throw usageError(`${name} lacks its value`);
    values.set(name, value);
  }

  const dataDirectory = values.get('--data-dir');
  if (dataDirectory === undefined || dataDirectory === '') throw usageError('--data-dir is missing');
  const version = values.get('--microsip-version') ?? newestVerifiedVersion;
  if (!isVersion(version)) throw usageError(`${JSON.stringify(version)} is no version number`);
  const holdIni = values.get('--hold-ini') ?? '0';
  if (!/^\d{1,5}$/u.test(holdIni)) throw usageError('--hold-ini takes milliseconds');

  const account = values.get('--account') ?? 'none';
  if (account !== 'example' && account !== 'none') throw usageError('--account takes "example" or "none"');

  return {
    dataDirectory,
    version,
    scriptFile: values.get('--script'),
    holdIniMs: Number(holdIni),
    exampleAccount: account === 'example',
    tail: tails[0] ?? '',
  };
}

const optionNames = new Set(['--data-dir', '--microsip-version', '--account', '--script', '--hold-ini']);

function usageError(what: string): MicroSipError {
  return new MicroSipError('INVALID_ARGUMENT', `The simulator cannot start: ${what}. ${programUsage}`);
}
