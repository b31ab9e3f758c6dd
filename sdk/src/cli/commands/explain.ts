import { newestVerifiedVersion, verifiedVersions } from '../../catalogue/version.ts';
import type { Assumptions } from '../../explanation/assumptions.ts';
import { explainCommandLine } from '../../explanation/explain-command-line.ts';
import { rawCommandLine } from '../../explanation/raw-command-line.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { comparisonText, explanationText } from '../output/explanation-text.ts';

/** The assumptions `explain` takes; Commander negates `--no-account`. */
export interface ExplainFlags {
  readonly allVersions?: true;
  readonly notRunning?: true;
  readonly unregistered?: true;
  readonly account: boolean;
  readonly inCall?: true;
  readonly severalCalls?: true;
}

/** Says what MicroSIP would do with a command line, in one version or in all that were read. */
export function explain(
  { options, terminal }: CommandContext,
  words: readonly string[],
  flags: ExplainFlags,
): CommandResult {
  const { tail, program } = rawCommandLine(words);
  const assumptions: Assumptions = {
    running: flags.notRunning !== true,
    account: flags.account,
    registered: flags.unregistered !== true,
    inCall: flags.inCall === true,
    singleMode: flags.severalCalls !== true,
  };
  if (program !== undefined && !terminal.json) {
    terminal.note(
      terminal.styleNote('dim', 'The name of the program in front was left out: MicroSIP does not see it.'),
    );
  }
  if (flags.allVersions) {
    const all = verifiedVersions.map((version) => explainCommandLine(tail, { version, assumptions }));
    terminal.result(all, () => comparisonText(terminal, all));
  } else {
    const version = options.microsipVersion ?? newestVerifiedVersion;
    const one = explainCommandLine(tail, { version, assumptions });
    terminal.result(one, () => explanationText(terminal, one));
  }
  return Promise.resolve(undefined);
}
