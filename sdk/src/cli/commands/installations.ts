import { findInstallations } from '../../installation/find-installations.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';
import { installationOptions } from '../global-options.ts';
import { installationsText } from '../output/installations-text.ts';
import { noteRemarks } from '../output/remarks.ts';

const noInstallation = 'There is no MicroSIP on this machine, or none that could be found';
const simulatedPhones =
  'Simulated phones are not installed: `microsip simulator run` starts one, and so does `microsip dial --backend simulator`.';

/** Prints every MicroSIP of this machine. That there is none has the exit code it has everywhere. */
export async function installations({ options, signal, terminal }: CommandContext): CommandResult {
  const limits = { signal, timeoutMs: options.timeout };
  const found = await findInstallations(installationOptions(options), limits);
  const printed = found.map(({ launch: _how, ...installation }) => installation);
  if (found.length > 0 || terminal.json) terminal.result(printed, () => installationsText(terminal, printed));
  else noteRemarks(terminal, [withoutAny(options.backend === 'simulator', terminal.verbose)]);
  return found.length === 0 ? exitCode.notFound : undefined;
}

function withoutAny(simulated: boolean, verbose: boolean): string {
  if (simulated) return simulatedPhones;
  return verbose ? `${noInstallation}.` : `${noInstallation}; --verbose shows where it was looked for.`;
}
