import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';

import { callsOf } from 'microsip-sdk/phone-model';

import { PlaygroundSession } from './session/playground-session.ts';
import type { SessionSnapshot } from './session/session-snapshot.ts';

/** A session, and what is seen of it. */
export interface Playground {
  readonly session: PlaygroundSession;
  readonly snapshot: SessionSnapshot;
  readonly isRunning: boolean;
  readonly setRunning: (isRunning: boolean) => void;
}

/** How often a running clock moves, in milliseconds. */
const tickMs = 200;

/** A page that was out of sight does not catch up on hours. */
const longestTickMs = 1000;

/** A session of this page, whose clock runs by itself while something is going on. */
export function usePlayground(): Playground {
  const [session] = useState(() => new PlaygroundSession());
  const [isRunning, setRunning] = useState(true);
  const subscribe = useCallback((listener: () => void) => session.subscribe(listener), [session]);
  const current = useCallback(() => session.snapshot, [session]);
  const snapshot = useSyncExternalStore(subscribe, current, current);

  const { nextAt, phone } = snapshot;
  const isBusy = nextAt !== undefined || (phone !== undefined && callsOf(phone).length > 0);
  useEffect(() => {
    if (!isRunning || !isBusy) return undefined;
    let last = performance.now();
    const timer = setInterval(() => {
      const now = performance.now();
      session.passTime(Math.min(now - last, longestTickMs));
      last = now;
    }, tickMs);
    return () => clearInterval(timer);
  }, [isBusy, isRunning, session]);

  return { session, snapshot, isRunning, setRunning };
}
