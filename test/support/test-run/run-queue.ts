import type { FileQueue } from './file-queue.ts';

/**
 * Runs what is in a queue, a limited number at a time, until it is empty or the signal says to begin nothing more.
 * It ends when all that was begun has ended, also when one of them failed.
 */
export async function runQueue(
  queue: FileQueue,
  atOnce: number,
  run: (file: string) => Promise<void>,
  signal: AbortSignal,
): Promise<void> {
  const running = new Set<Promise<void>>();
  try {
    for (;;) {
      while (running.size < atOnce && !signal.aborted) {
        const file = queue.take();
        if (file === undefined) break;
        const ended = run(file).finally(() => {
          queue.done(file);
          running.delete(ended);
        });
        running.add(ended);
      }
      if (running.size === 0) return;
      await Promise.race(running);
    }
  } finally {
    await Promise.allSettled(running);
  }
}
