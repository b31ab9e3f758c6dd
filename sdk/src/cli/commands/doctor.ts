import { diagnose } from '../../diagnosis/diagnose.ts';
import type { Diagnosis } from '../../diagnosis/finding.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { installationOptions } from '../global-options.ts';
import { diagnosisText } from '../output/diagnosis-text.ts';

/** How long a look may take, in milliseconds, where nothing else is said: PowerShell can need seconds to start. */
const defaultTimeoutMs = 20_000;

/**
 * Prints what is wrong with a MicroSIP and how to mend it. Errors make the command fail, warnings and notes do not; that
 * there is no MicroSIP has the exit code it has everywhere.
 */
export async function doctor({ options, signal, terminal }: CommandContext): CommandResult {
  const timeoutMs = options.timeout ?? defaultTimeoutMs;
  const timeLimit = AbortSignal.timeout(timeoutMs);
  let diagnosis: Diagnosis;
  try {
    diagnosis = await diagnose(installationOptions(options), AbortSignal.any([signal, timeLimit]));
  } catch (error) {
    if (signal.aborted || !timeLimit.aborted) throw error;
    throw new MicroSipError(
      'TIMEOUT',
      `The look took longer than ${timeoutMs} ms; give it more time with --timeout.`,
      { cause: error },
    );
  }
  terminal.result(diagnosis, () => diagnosisText(terminal, diagnosis));
  const { findings } = diagnosis;
  if (findings.some(({ code }) => code === 'not-installed')) return exitCode.notFound;
  return findings.some(({ severity }) => severity === 'error') ? exitCode.failed : undefined;
}
