import { change, type Turn } from '../turn.ts';

/** The program of a hook has ended: the thread that waits for it goes on. Nobody waits for one that took too long. */
export function endHook(turn: Turn, hook: number): void {
  const { interface: windows, sip } = turn.state;
  if (windows.waiting?.hook === hook) change(turn, { interface: { ...windows, waiting: null } });
  if (sip.waiting?.hook === hook) change(turn, { sip: { ...sip, waiting: null } });
}
