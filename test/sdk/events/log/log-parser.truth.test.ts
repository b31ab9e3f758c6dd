import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CallEvent } from '../../../../sdk/src/events/call-event.ts';
import { LogCalendar } from '../../../../sdk/src/events/log/log-calendar.ts';
import type { LogEvent } from '../../../../sdk/src/events/log/log-event.ts';
import { LogParser } from '../../../../sdk/src/events/log/log-parser.ts';
import { asTruth, type GenuineLog, genuineLogs } from '../../../support/sdk/genuine-logs.ts';

const day = new Date(2026, 10, 22);

function read(pieces: Iterable<Uint8Array>): readonly LogEvent[] {
  const parser = new LogParser(LogCalendar.beginningOn(day));
  const events: LogEvent[] = [];
  for (const piece of pieces) events.push(...parser.push(piece));
  return [...events, ...parser.end()];
}

function assertTrue(events: readonly LogEvent[], log: GenuineLog): void {
  assert.deepEqual(
    events.map(asTruth).filter((event) => event !== undefined),
    log.truth.map(({ event }) => event),
  );
}

function logNamed(name: string): GenuineLog {
  const log = genuineLogs.find((candidate) => candidate.name === name);
  assert.ok(log, name);
  return log;
}

/** Changes the lines of PJSIP's own, and leaves the messages, whose length is counted, as they are. */
function withLines(bytes: Buffer, change: (line: string) => string): Buffer {
  const text = bytes.toString('latin1');
  return Buffer.from(text.replace(/^\d\d:\d\d:\d\d\.\d{3} .*$/gmu, change), 'latin1');
}

/** On Windows, the address of an object has no `0x` and all its digits. */
function withWindowsAddresses(line: string): string {
  return line.replace(
    /\b(dlg|evsub|inv|rdata|srtp|strm|tdta|tsx|udp)0x([\da-f]+)/gu,
    (_, kind: string, address: string) => `${kind}${address.toUpperCase().padStart(16, '0')}`,
  );
}

describe('what is read from genuine logs is what happened', () => {
  it('has all of them', () => {
    assert.equal(genuineLogs.length, 16);
    const kinds = new Set(genuineLogs.flatMap(({ truth }) => truth.map(({ event }) => event.state)));
    assert.deepEqual([...kinds].sort(), [
      'active',
      'calling',
      'ended',
      'held',
      'incoming',
      'refused',
      'registered',
      'ringing',
      'unregistered',
    ]);
  });

  for (const log of genuineLogs) {
    describe(log.name, () => {
      it('whole', () => assertTrue(read([log.bytes]), log));

      it('byte by byte', () => {
        assertTrue(read(Array.from(log.bytes, (byte) => Uint8Array.of(byte))), log);
      });

      it('cut anywhere', () => {
        const whole = read([log.bytes]);
        const cuts = fc.array(fc.nat(log.bytes.length), { maxLength: 40 });
        fc.assert(
          fc.property(cuts, (places) => {
            const ends = [...places.sort((left, right) => left - right), log.bytes.length];
            const pieces = ends.map((end, index) => log.bytes.subarray(ends[index - 1] ?? 0, end));
            assert.deepEqual(read(pieces), whole);
          }),
          { numRuns: 50 },
        );
      });

      it('at its time', () => {
        const events = read([log.bytes]).filter(({ type }) => type !== 'stack');
        for (const [index, { timeOfDay }] of log.truth.entries()) {
          const at = new Date(events[index]?.at ?? Number.NaN);
          const difference = Math.abs(at.getTime() - day.getTime() - timeOfDay);
          // A thread writes a line up to a second after the callback when the stack is shut down.
          assert.ok(difference < 1100, `${String(index)}: ${String(difference)}`);
        }
      });

      it('between the start and the end of the stack', () => {
        const events = read([log.bytes]);
        assert.deepEqual(
          events.flatMap((event, index) => (event.type === 'stack' ? [[index, event.state]] : [])),
          [
            [0, 'started'],
            [events.length - 1, 'ended'],
          ],
        );
      });

      const copies: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
        'with LF alone at line ends': (bytes) =>
          Buffer.from(bytes.toString('latin1').replaceAll('\r\n', '\n'), 'latin1'),
        'with CR LF at all line ends': (bytes) =>
          Buffer.from(bytes.toString('latin1').replace(/\r?\n/gu, '\r\n'), 'latin1'),
        'with another depth of nesting': (bytes) =>
          withLines(bytes, (line) =>
            line.replace(/^(\S+ +\S+ [ !])\.*/u, `$1${'.'.repeat(line.length % 9)}`),
          ),
        'without marks of threads': (bytes) =>
          withLines(bytes, (line) => line.replace(/^(\S+ +\S+) !/u, '$1  ')),
        'with the narrow column of older PJSIP': (bytes) =>
          withLines(bytes, (line) => line.replace(/^(\S+) {1,8}(?=\S| )/u, '$1 ')),
        'with addresses as Windows writes them': (bytes) => withLines(bytes, withWindowsAddresses),
        'with such addresses cut off at the width of a narrow column': (bytes) =>
          withLines(bytes, (line) =>
            withWindowsAddresses(line).replace(
              /^(\S+) +(\S{1,14})\S*/u,
              (_, time: string, sender: string) => `${time} ${sender.padStart(14)}`,
            ),
          ),
        'with the abbreviated state of older PJSIP': (bytes) =>
          withLines(bytes, (line) => line.replace('to DISCONNECTED, event', 'to DISCONNCTD, event')),
        'without the last line end': (bytes) => bytes.subarray(0, -2),
      };
      for (const [kind, copy] of Object.entries(copies)) {
        // No call ends where there is none.
        if (kind.includes('state') && !log.truth.some(({ event }) => event.type === 'call')) continue;
        it(kind, () => {
          const changed = copy(log.bytes);
          assert.notDeepEqual(changed, log.bytes);
          assert.deepEqual(read([changed]), read([log.bytes]));
        });
      }
    });
  }

  it('tells who ended each call and why', () => {
    const ends = Object.fromEntries(
      genuineLogs.map(({ bytes, name }) => [
        name,
        read([bytes])
          .filter((event): event is CallEvent => event.type === 'call' && event.state === 'ended')
          .map(({ endedBy, reason }) => `${String(reason)} by ${String(endedBy)}`),
      ]),
    );
    assert.deepEqual(ends, {
      'anonymous-incoming': ['hung-up by remote'],
      'hold-dtmf-transfer': ['hung-up by local'],
      'incoming-answered': ['hung-up by remote'],
      'incoming-declined': ['declined by local'],
      'incoming-missed': ['missed by remote'],
      'outgoing-answered': ['hung-up by local'],
      'outgoing-busy': ['busy by remote'],
      'outgoing-cancelled': ['cancelled by local'],
      'outgoing-declined': ['declined by remote'],
      'outgoing-not-found': ['failed by remote'],
      'outgoing-remote-hangup': ['hung-up by remote'],
      registered: ['hung-up by local'],
      'registration-refused': [],
      'two-calls': ['hung-up by local', 'hung-up by local'],
      'unicode-and-message': ['hung-up by local'],
      'unreachable-peer': ['cancelled by local'],
    });
  });

  it('names the account, the numbers and the target of a transfer', () => {
    const accounts = read([logNamed('registered').bytes]).flatMap((event) =>
      event.type === 'registration' ? [event.account] : [],
    );
    assert.deepEqual(accounts, ['sip:100@127.0.0.1', 'sip:100@127.0.0.1']);
    const [dialled] = read([logNamed('outgoing-answered').bytes]).filter(({ type }) => type === 'call');
    assert.equal(dialled?.type === 'call' ? dialled.number : undefined, '+14155550123');
    const transfers = read([logNamed('hold-dtmf-transfer').bytes]).flatMap((event) =>
      event.type === 'call' && event.transfer !== undefined ? [event.transfer] : [],
    );
    const target = { by: 'local', target: 'sip:400@127.0.0.1:20192' };
    assert.deepEqual(
      transfers,
      [100, 100, 180, 200].map((status) => ({ ...target, status })),
    );
  });

  it('reads all logs one after the other as one', () => {
    const together = read(genuineLogs.map(({ bytes }) => bytes));
    assert.deepEqual(
      together.map(({ at: _, ...event }) => event),
      genuineLogs.flatMap(({ bytes }) => read([bytes]).map(({ at: _, ...event }) => event)),
    );
  });
});
