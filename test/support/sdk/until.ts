import { setTimeout as delay } from 'node:timers/promises';

type Awaitable<Value> = Value | PromiseLike<Value>;

/** Waits for a condition, which may take its time; the time limit only keeps a failing test from hanging. */
export async function until<Result>(
  condition: () => Awaitable<Result | undefined | false>,
  what: string,
  limitMs = 45_000,
): Promise<Result> {
  const limit = performance.now() + limitMs;
  for (;;) {
    const result = await condition();
    if (result !== undefined && result !== false) return result;
    if (performance.now() > limit) throw new Error(`Waited ${limitMs} ms in vain for ${what}`);
    await delay(10);
  }
}

/** Whether a process exists. */
export function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
    throw error;
  }
}
