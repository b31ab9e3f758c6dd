import type { CallSide, CallState, EndReason } from '../call-event.ts';
import type { HookEvent } from '../hooks/hook-event.ts';
import { endingCommand } from './ending-command.ts';
import type { CommandEvent } from './tracker-input.ts';

/** How a call ended, as far as hooks tell: they carry no status. */
export function hookEnding(
  hook: HookEvent,
  call: CallState,
  commands: readonly CommandEvent[],
): { readonly reason?: EndReason; readonly endedBy?: CallSide } {
  const command = endingCommand(commands, call, hook.at);
  const byUs = command === undefined ? {} : ({ endedBy: 'local' } as const);
  if (call.answeredAt !== undefined) return { reason: 'hung-up', ...byUs };
  if (hook.hook === 'cmdCallBusy') {
    return call.direction === 'outgoing'
      ? { reason: 'busy', endedBy: 'remote' }
      : { reason: 'declined', endedBy: 'local' };
  }
  if (command === undefined) return { reason: 'unknown' };
  return { reason: call.direction === 'outgoing' ? 'cancelled' : 'declined', ...byUs };
}
