import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CallEvent, MicroSipEvent, RegistrationEvent } from '../../../sdk/src/events/call-event.ts';
import type { LogEvent } from '../../../sdk/src/events/log/log-event.ts';

/** What a truth file says of a call. */
export interface TrueCall extends Pick<
  CallEvent,
  'type' | 'callId' | 'direction' | 'state' | 'status' | 'heldBy'
> {
  readonly uri: string | undefined;
  readonly transferStatus?: number;
}

/** What a truth file says of a registration. */
export interface TrueRegistration extends Pick<RegistrationEvent, 'type' | 'state'> {
  readonly status: number | undefined;
}

/** A log, and what happened while it was written. */
export interface GenuineLog {
  readonly name: string;
  readonly bytes: Buffer;
  readonly truth: readonly TimedTruth[];
}

/** When something happened, in milliseconds since the midnight of UTC, by which the logs were written. */
export interface TimedTruth {
  readonly timeOfDay: number;
  readonly event: TrueCall | TrueRegistration;
}

const inviteStates: Readonly<Record<string, Readonly<Record<'in' | 'out', CallEvent['state'] | undefined>>>> =
  {
    CALLING: { in: undefined, out: 'calling' },
    EARLY: { in: 'incoming', out: 'ringing' },
    CONNECTING: { in: undefined, out: undefined },
    CONFIRMED: { in: 'active', out: 'active' },
    DISCONNECTED: { in: 'ended', out: 'ended' },
  };

const holders: Readonly<Record<string, CallEvent['heldBy']>> = { 2: 'local', 3: 'remote' };

/** Where they lie, each with its truth. */
export const genuineLogsFolder = join(import.meta.dirname, 'pjsip-logs');

export const genuineLogs: readonly GenuineLog[] = readdirSync(genuineLogsFolder)
  .filter((file) => file.endsWith('.log'))
  .map((file) => {
    const name = file.slice(0, -'.log'.length);
    return {
      name,
      bytes: readFileSync(join(genuineLogsFolder, file)),
      truth: readTruth(readFileSync(join(genuineLogsFolder, `${name}.truth`), 'utf8')),
    };
  });

/** The events that a truth file tells of, in its order. */
function readTruth(text: string): readonly TimedTruth[] {
  const truth: TimedTruth[] = [];
  /** By the number of the call. */
  const calls = new Map<string, TrueCall>();
  for (const line of text.split('\n').filter((candidate) => candidate !== '')) {
    const [, seconds = '', kind = '', rest = ''] = /^(\S+) (\S+) ?(.*)$/u.exec(line) ?? [];
    const timeOfDay = Math.round(Number(seconds) * 1000) % 86_400_000;
    const fields = new Map(
      [...rest.matchAll(/(\w+)=("[^"]*" \S+|\S*)/gu)].map(([, key = '', value = '']) => [key, value]),
    );
    const number = fields.get('call') ?? '';
    const call = calls.get(number);
    const tell = (event: TrueCall | TrueRegistration): number => truth.push({ timeOfDay, event });

    if (kind === 'registration') {
      const status = Number(fields.get('code'));
      const registered = fields.get('renew') === '1';
      const state = status >= 300 ? 'refused' : registered ? 'registered' : 'unregistered';
      tell({ type: 'registration', state, status });
    } else if (kind === 'incoming') {
      // The Call-ID comes with the first state.
      const callId = /^\S+ state call=0 EARLY .* callid=(\S+)$/mu.exec(text)?.[1] ?? '';
      tell({
        type: 'call',
        callId,
        direction: 'incoming',
        state: 'incoming',
        uri: addressOf(fields.get('remote')),
      });
    } else if (kind === 'state') {
      const role = fields.get('role') === 'in' ? 'in' : 'out';
      const state = inviteStates[/ ([A-Z]+) /u.exec(rest)?.[1] ?? '']?.[role];
      if (state === undefined) continue;
      const status = Number(fields.get('last'));
      const event: TrueCall = {
        type: 'call',
        callId: fields.get('callid') ?? '',
        direction: role === 'in' ? 'incoming' : 'outgoing',
        state,
        uri: addressOf(fields.get('remote')),
        ...(status !== 0 && { status }),
      };
      calls.set(number, event);
      tell(event);
    } else if (kind === 'media' && call !== undefined) {
      const { status: _, heldBy: before, ...same } = call;
      const heldBy = holders[fields.get('status') ?? ''];
      if (heldBy === before) continue;
      const event: TrueCall = {
        ...same,
        ...(heldBy === undefined ? { state: 'active' } : { state: 'held', heldBy }),
      };
      calls.set(number, event);
      tell(event);
    } else if (kind === 'transfer' && call !== undefined) {
      const { status: _, ...same } = call;
      tell({ ...same, transferStatus: Number(fields.get('code')) });
    }
  }
  return truth;
}

function addressOf(remote = ''): string {
  return /<(.*)>/u.exec(remote)?.[1] ?? remote;
}

/** An event as far as a truth file can tell it. */
export function asTruth(event: LogEvent | MicroSipEvent): TrueCall | TrueRegistration | undefined {
  if (event.type === 'stack' || event.type === 'phone') return undefined;
  if (event.type === 'registration') {
    return { type: event.type, state: event.state, status: event.status };
  }
  const { callId, direction, heldBy, state, status, transfer, type, uri } = event;
  return {
    type,
    callId,
    direction,
    state,
    uri,
    ...(status !== undefined && { status }),
    ...(heldBy !== undefined && { heldBy }),
    ...(transfer?.status !== undefined && { transferStatus: transfer.status }),
  };
}
