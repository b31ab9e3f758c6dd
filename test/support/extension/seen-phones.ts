import fc from 'fast-check';
import type { CallState, PhoneStatus } from 'microsip-sdk';

import type { SeenPhone } from '../../../extension/src/phone/seen-phone.ts';

/** When every call of these tests began. */
export const since = '2026-10-01T12:00:00.000Z';

export function aCall(call: Partial<CallState> = {}): CallState {
  return { callId: '1', direction: 'outgoing', state: 'active', number: '101', since, ...call };
}

/** A phone whose log tells of these calls. */
export function phoneWith(...calls: readonly CallState[]): SeenPhone {
  return { status: { phone: calls.length > 0 ? 'in-call' : 'idle', calls, sources: ['log', 'process'] } };
}

/** A phone without calls. */
export function phoneThatIs(phone: PhoneStatus['phone'], status: Partial<PhoneStatus> = {}): SeenPhone {
  return { status: { phone, calls: [], sources: ['log', 'process'], ...status } };
}

/** Text such as only somebody with bad intentions sends, or nobody at all. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '$(bug)',
          '$',
          '(',
          '](',
          '[x](command:workbench.action.quit)',
          '<img src=x>',
          '**',
          '`',
          '\n',
          '|',
        ],
        ...[
          '\u202e',
          '\u200b',
          '\u0007',
          '\u001b[31m',
          '\u2028',
          'https://evil.example',
          'a@b.example',
          '{0}',
        ],
        ...['שלום', '\u0301'.repeat(50), '👩‍👩‍👧‍👦', '\ud800', '&lt;', '# ', '- ', '1. ', '   '],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);

/** A call whose far end calls itself whatever it likes. */
export const hostileCall: fc.Arbitrary<CallState> = fc.record(
  {
    callId: fc.string(),
    direction: fc.constantFrom('incoming', 'outgoing'),
    state: fc.constantFrom('calling', 'ringing', 'incoming', 'active', 'held', 'ended'),
    heldBy: fc.constantFrom('local', 'remote', 'both'),
    number: hostileText,
    uri: hostileText,
    name: hostileText,
    since: fc.constant(since),
    answeredAt: fc.constant(since),
  },
  { requiredKeys: ['callId', 'direction', 'state', 'since'] },
);
