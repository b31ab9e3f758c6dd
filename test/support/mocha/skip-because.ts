import type { Context, Test } from 'mocha';

const reasons = new WeakMap<object, string>();

/**
 * Skips a test, or from a `before` hook a whole suite, with the reason the summary shows.
 * For what a machine cannot have; a test for another platform is better not declared at all.
 */
export function skipBecause(context: Context, reason: string): never {
  const runnable = context.runnable();
  const isHook = 'type' in runnable && runnable.type === 'hook';
  reasons.set(isHook ? (runnable.parent ?? runnable) : runnable, reason);
  context.skip();
}

/** Why a pending test was skipped, if anyone said. */
export function skipReason(test: Test): string {
  for (let place: object | undefined = test; place !== undefined; place = parentOf(place)) {
    const reason = reasons.get(place);
    if (reason !== undefined) return reason;
  }
  return 'no reason given';
}

function parentOf(place: object): object | undefined {
  return 'parent' in place && typeof place.parent === 'object' && place.parent !== null
    ? place.parent
    : undefined;
}
