import { SimulatorClient } from '../../simulator/simulator-client.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { escapeForTerminal } from '../output/terminal-text.ts';
import { simulatorInstallation } from './simulator-installation.ts';

/** What the caller of `simulator ring` does. */
export interface RingFlags {
  readonly video?: true;
  readonly giveUpAfter?: number;
  readonly hangUpAfter?: number;
}

/** Lets a call come in at the simulated phone. */
export async function ringSimulator(
  { options, signal, terminal }: CommandContext,
  from: string,
  flags: RingFlags,
): CommandResult {
  const { dataDirectory } = await simulatorInstallation(options);
  const callId = await new SimulatorClient(dataDirectory).ring(
    {
      from,
      ...(flags.video && { video: true }),
      ...(flags.giveUpAfter !== undefined && {
        whileRinging: [{ after: flags.giveUpAfter, do: 'hang-up' as const }],
      }),
      ...(flags.hangUpAfter !== undefined && {
        whenAnswered: [{ after: flags.hangUpAfter, do: 'hang-up' as const }],
      }),
    },
    { signal, ...(options.timeout !== undefined && { timeoutMs: options.timeout }) },
  );
  terminal.result(
    { callId },
    () => `${escapeForTerminal(from)} calls; the call is ${escapeForTerminal(callId)}`,
  );
  return undefined;
}
