import { runHook } from './hooked-phone.ts';

/** What a storm is made of. */
export interface HookStorm {
  readonly processes: number;
  /** So many run at any time. */
  readonly atOnce: number;
}

/**
 * Runs hook programs by the dozen, each with a caller of its own.
 *
 * @returns the callers
 */
export async function runHookStorm(
  folder: string,
  { atOnce, processes }: HookStorm,
): Promise<readonly string[]> {
  const callers = Array.from({ length: processes }, (_, index) => `caller ${String(index).padStart(5, '0')}`);
  const waiting = [...callers];
  const work = async (): Promise<void> => {
    for (let caller = waiting.shift(); caller !== undefined; caller = waiting.shift()) {
      const code = await runHook(folder, `cmdCallEnd ${caller}`);
      if (code !== 0) throw new Error(`The hook of ${caller} ended with ${String(code)}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return callers;
}
