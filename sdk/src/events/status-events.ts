import type { CallEvent, CallState, EventSource, MicroSipEvent, PhoneStatus } from './call-event.ts';

/**
 * A status in the words of events.
 *
 * @param status - what is so
 * @param at - when that was, as an ISO 8601 time; calls bring their own
 */
export function statusEvents(
  { phone, calls, registration, sources }: PhoneStatus,
  at: string,
): readonly MicroSipEvent[] {
  const source = sources[0] ?? 'process';
  return [
    { type: 'phone', at, state: phone, source },
    ...(registration === undefined ? [] : [{ type: 'registration' as const, at, ...registration, source }]),
    ...calls.map((call) => callEventOf(call, source)),
  ];
}

/** The event by which a call came into the state it is in, as far as its time is known. */
export function callEventOf(state: CallState, source: EventSource): CallEvent {
  const { since, answeredAt, endedAt, ...call } = state;
  return { type: 'call', at: endedAt ?? answeredAt ?? since, ...call, source };
}
