import type { CallTracker } from '../../events/tracker/call-tracker.ts';
import type { CommandContext, CommandResult } from '../command-context.ts';
import { exitCode } from '../exit-code.ts';

/**
 * Lets a tracker tell until the user ends the command.
 *
 * @throws what keeps the tracker from telling any more
 */
export async function untilInterrupted(
  tracker: CallTracker,
  { signal }: Pick<CommandContext, 'signal'>,
): CommandResult {
  await new Promise<void>((resolve, reject) => {
    tracker.onDidFail(reject);
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return exitCode.interrupted;
}
