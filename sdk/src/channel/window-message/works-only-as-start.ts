import type { CommandLineTail } from '../channel.ts';

/**
 * What a starting MicroSIP does itself, such as ending the phone by another message, when it is the whole command line
 * (facts A.2). The phone that runs knows nothing of it, and would dial it.
 */
const handledByTheStart: ReadonlySet<CommandLineTail> = new Set([
  '',
  '/minimized',
  '/hidden',
  '/exit',
  '/reset',
  '/resetnoask',
]);

/** Whether a command line works only as a start of MicroSIP, not as a message to the phone. */
export function worksOnlyAsStart(tail: CommandLineTail): boolean {
  return handledByTheStart.has(tail);
}
