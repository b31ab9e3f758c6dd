import type { HookKey } from '../../catalogue/hook.ts';
import { limits } from '../../catalogue/limits.ts';
import type { PhoneCall } from '../call/phone-call.ts';
import { hookCommand } from '../hook-command/hook-command.ts';
import { fillOutgoingPlaceholders } from '../hook-command/outgoing-placeholders.ts';
import { activeAccount } from '../phone-settings.ts';
import { hookArgument } from '../sip-address/caller-identity.ts';
import { change, emit, type Turn } from '../turn.ts';

/**
 * Starts the program of a hook, if the hook is set, and makes its thread wait for it, up to ten seconds (facts C.3).
 * It must be the last thing a step does: what follows belongs into a step of its own.
 */
export function runHook(turn: Turn, key: HookKey, call: PhoneCall): void {
  const atEnd = key === 'cmdCallEnd' || key === 'cmdCallBusy';
  const argument = hookArgument(call.remote, atEnd ? 'at-end' : 'during-call');
  const command = hookCommand(hookValue(turn, key, call), argument);
  if (command === undefined) return;

  const hook = turn.state.nextHook;
  // Only this hook runs on the SIP stack's thread, which stands still meanwhile (facts C.1).
  const blocks = key === 'cmdIncomingCall' ? 'sip' : 'interface';
  const waiting = { hook, until: turn.at + limits.hookWait.value };
  change(
    turn,
    blocks === 'sip'
      ? { nextHook: hook + 1, sip: { ...turn.state.sip, waiting } }
      : { nextHook: hook + 1, interface: { ...turn.state.interface, waiting } },
  );
  emit(turn, { do: 'hook', hook, key, callId: call.callId, argument, ...command, blocks });
}

function hookValue(turn: Turn, key: HookKey, call: PhoneCall): string {
  const { settings, version } = turn.state;
  const value = settings.hooks[key];
  if (key !== 'cmdOutgoingCall' || value === '') return value;
  const account = activeAccount(settings);
  return fillOutgoingPlaceholders(version, value, {
    server: account?.server ?? '',
    extension: account?.username ?? '',
    password: account?.password ?? '',
    time: Math.floor(turn.at / 1000),
    user: call.remote.user,
    domain: call.remote.domain,
    name: call.remote.name,
  });
}
