import type { CommandLineTail, Delivery } from './channel.ts';
import type { SentCommandLine } from './command-line-sender.ts';

/**
 * What an action's command lines came to together. Where they went different ways, it says the launcher and why.
 *
 * @param sent - one for each command line, at least one
 * @param remarks - what is worth knowing about the command itself
 */
export function deliveryOf(
  commandLines: readonly CommandLineTail[],
  sent: readonly SentCommandLine[],
  remarks: readonly string[],
  elapsedMs: number,
): Delivery {
  const launched = sent.find(({ channel }) => channel === 'launcher');
  const reason = launched?.channelReason;
  return {
    channel: launched === undefined ? 'window-message' : 'launcher',
    ...(reason !== undefined && { channelReason: reason }),
    commandLines,
    started: sent.some(({ started }) => started),
    elapsedMs: Math.round(elapsedMs * 10) / 10,
    remarks: [...new Set([...remarks, ...sent.flatMap((each) => each.remarks ?? [])])],
  };
}
