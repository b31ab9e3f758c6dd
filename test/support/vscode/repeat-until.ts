import { setTimeout as delay } from 'node:timers/promises';

const limitMs = 45_000;

/** Does something again and again until something else is done; the time limit only keeps a failing test from hanging. */
export async function repeatUntil(
  done: PromiseLike<unknown>,
  act: () => PromiseLike<unknown>,
  what: string,
): Promise<void> {
  const ended = Promise.resolve(done).then(() => 'done' as const);
  const limit = performance.now() + limitMs;
  while ((await Promise.race([ended, delay(50)])) !== 'done') {
    if (performance.now() > limit) throw new Error(`Waited ${limitMs} ms in vain for ${what}`);
    await act();
  }
}
