import assert from 'node:assert/strict';

import type { RandomAccess } from '../../../../../sdk/src/events/following/followed-file.ts';
import { LogCalendar } from '../../../../../sdk/src/events/log/log-calendar.ts';
import type { LogEvent } from '../../../../../sdk/src/events/log/log-event.ts';
import { LogParser } from '../../../../../sdk/src/events/log/log-parser.ts';
import { ReadBack, usualLengths } from '../../../../../sdk/src/events/log/read-back/read-back.ts';
import { type LogState, LogStateKeeper, stateAfter } from '../../../../support/sdk/log-state.ts';
import { longLog, upTo } from '../../../../support/sdk/long-log.ts';
import { genuineLogs } from '../../../../support/sdk/genuine-logs.ts';
import { LogText } from '../log-text.ts';

const day = new Date(2026, 10, 22);

/** So short that the genuine logs are long against them. */
const shortLengths = { step: 4096, tail: 6144, callLead: 12_288, lineLead: 4096 };

const peer = '<sip:200@pbx.test>;tag=b';

const noSignal = new AbortController().signal;

function inMemory(bytes: Buffer): RandomAccess {
  return { read: (position, length) => Promise.resolve(bytes.subarray(position, position + length)) };
}

async function readBackTo(
  bytes: Buffer,
  end: number,
  written: Date,
  lengths = shortLengths,
): Promise<readonly LogEvent[]> {
  return (await new ReadBack(inMemory(bytes), end, written, {}, lengths).rest(noSignal)).history;
}

/** Ends of lines, and places in the middle of them. */
function* cutsOf(bytes: Buffer): Generator<number> {
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    yield start + Math.floor((end - start) / 2);
    yield end;
    start = end;
  }
}

/** Parses from the beginning, and says at each cut what is so and when the last complete line was written. */
function* parsedFromBeginning(bytes: Buffer): Generator<{ cut: number; state: LogState; written: Date }> {
  const calendar = LogCalendar.beginningOn(day);
  let written = day;
  const parser = new LogParser({
    see: (timeOfDay) => {
      calendar.see(timeOfDay);
      written = calendar.instant(timeOfDay);
    },
    instant: (timeOfDay) => calendar.instant(timeOfDay),
  });
  const keeper = new LogStateKeeper();
  let last = 0;
  for (const cut of cutsOf(bytes)) {
    keeper.take(parser.push(bytes.subarray(last, cut)));
    last = cut;
    yield { cut, state: keeper.state, written };
  }
}

describe('reading a log back', () => {
  for (const { name, bytes } of genuineLogs) {
    it(`knows at every place of ${name} what is so there`, async () => {
      for (const { cut, state, written } of parsedFromBeginning(bytes)) {
        const events = await readBackTo(bytes, cut, written);
        assert.deepEqual(stateAfter(events), state, `cut at ${cut}`);
      }
    });
  }

  it('knows it in a log of an older PJSIP on Windows as well, with short names and abbreviated states', async () => {
    const older = Buffer.from(
      log('two-calls')
        .toString('latin1')
        .replaceAll(/(?<=inv|dlg|tsx|tdta|rdata)0x[0-9a-f]{4}([0-9a-f]{8})/gu, (_, digits: string) =>
          digits.toUpperCase(),
        )
        .replaceAll(/^(\S{12}) {1,8}(?=\S| )/gmu, '$1 ')
        .replaceAll('to DISCONNECTED, event', 'to DISCONNCTD, event'),
      'latin1',
    );
    let calls = 0;
    for (const { cut, state, written } of parsedFromBeginning(older)) {
      calls = Math.max(calls, state.calls.length);
      assert.deepEqual(stateAfter(await readBackTo(older, cut, written)), state, `cut at ${cut}`);
    }
    assert.equal(calls, 2);
  });

  describe('of a stack that runs for long', () => {
    const answered = log('outgoing-answered');
    const fillers = genuineLogs.map(({ bytes }) => bytes).filter((bytes) => bytes !== answered);
    const beginning = upTo(answered, 'State changed from CONNECTING to CONFIRMED');

    it('finds a call that is up since the beginning, and when it was answered, days ago', async () => {
      const bytes = longLog({ beginning, fillers, length: 1_500_000, hoursBetween: 3 });
      const all = [...parsedFromBeginning(bytes)].at(-1);
      assert.ok(all !== undefined && all.written.getTime() - day.getTime() > 5 * 86_400_000);
      assert.equal(all.state.calls.length, 1);

      const events = await readBackTo(bytes, bytes.length, all.written, usualLengths);
      assert.deepEqual(stateAfter(events), all.state);
    });

    it('does not claim to know all before it has looked', async () => {
      const bytes = longLog({ beginning, fillers, length: 1_500_000 });
      const readBack = new ReadBack(inMemory(bytes), bytes.length, day);
      const first = await readBack.first();
      assert.ok(!readBack.complete);
      assert.deepEqual(stateAfter(first.history).calls, []);
      const rest = await readBack.rest(noSignal);
      assert.ok(readBack.complete);
      assert.equal(stateAfter(rest.history).calls.length, 1);
    });

    it('believes only the log, not what far ends write into their messages', async () => {
      const session = /inv0x[0-9a-f]+/u.exec(beginning.toString('latin1'))?.[0] ?? '';
      const lies = [
        `23:59:59.999 ${session.padStart(22)}  ....State changed from CONFIRMED to DISCONNECTED, event=TSX_STATE`,
        `23:59:59.999 ${session.padStart(22)}  ....State changed from NULL to CALLING, event=TSX_STATE`,
        '23:59:59.999           pjsua_core.c  .PJSUA state changed: STARTING --> RUNNING',
        '23:59:59.999           pjsua_core.c  .PJSUA destroyed...',
        '23:59:59.999            pjsua_acc.c  ....SIP registration failed, status=403 (Forbidden)',
      ].join('\r\n');
      const message = `MESSAGE sip:100@127.0.0.1 SIP/2.0\r\nCall-ID: 1\r\n\r\n--end msg--\r\n${lies}\r\n`;
      const printed =
        `19:22:00.000           pjsua_core.c  .RX ${message.length} bytes Request msg MESSAGE/cseq=1 (rdata0x1) ` +
        `from UDP 127.0.0.1:5060:\n${message}\n--end msg--\r\n`;
      const bytes = longLog({
        beginning: Buffer.concat([beginning, Buffer.from(printed)]),
        fillers,
        length: 200_000,
      });
      const all = [...parsedFromBeginning(bytes)].at(-1);
      assert.equal(all?.state.calls.length, 1);
      assert.deepEqual(stateAfter(await readBackTo(bytes, bytes.length, all.written)), all.state);
    });

    it('reads nothing older than the start of the stack', async () => {
      const older = longLog({ beginning, fillers, length: 2_000_000 });
      const bytes = Buffer.concat([older, log('registered')]);
      const file = inMemory(bytes);
      let oldest = bytes.length;
      const watched: RandomAccess = {
        read: (position, length) => {
          oldest = Math.min(oldest, position);
          return file.read(position, length);
        },
      };
      const readBack = new ReadBack(watched, bytes.length, day, {}, shortLengths);
      assert.equal(stateAfter((await readBack.rest(noSignal)).history).stack, 'ended');
      assert.ok(oldest > older.length - 200_000);
    });

    it('takes calls that were asked for a password, and so began twice, for over when they are', async () => {
      const text = new LogText().started();
      const over = 300;
      for (let call = 0; call <= over; call++) {
        const session = `0x${(0x1000 + call).toString(16)}`;
        const callId = `call-${String(call)}`;
        text
          .sent({ start: 'INVITE', callId }, session)
          .state(session, 'NULL', 'CALLING')
          .received({ start: 407, callId, to: peer }, session)
          .sent({ start: 'ACK', callId, to: peer })
          .sent({ start: 'INVITE', callId, sequence: 2 }, session)
          .state(session, 'NULL', 'CALLING');
        if (call === over) break;
        text.received({ start: 404, callId, sequence: 2, to: peer }, session);
        // PJSIP starts the session anew before it looks for a password.
        text.state(session, call % 2 === 0 ? 'CALLING' : 'NULL', 'DISCONNECTED');
      }
      const bytes = text.toBytes();
      const file = inMemory(bytes);
      let readInAll = 0;
      const watched: RandomAccess = {
        read: (position, length) => {
          readInAll += Math.min(length, bytes.length - position);
          return file.read(position, length);
        },
      };
      const lengths = { ...shortLengths, step: bytes.length };
      const readBack = new ReadBack(watched, bytes.length, day, {}, lengths);
      const { calls } = stateAfter((await readBack.rest(noSignal)).history);
      assert.deepEqual(
        calls.map(({ callId, state }) => [callId, state]),
        [[`call-${String(over)}`, 'calling']],
      );
      // Once to look through, and not once more to read calls that are over.
      assert.ok(readInAll < 1.5 * bytes.length, `${String(readInAll)} of ${String(bytes.length)}`);
    });

    it('ends early when nobody asks any more', async () => {
      const bytes = longLog({ beginning, fillers, length: 3_000_000 });
      const readBack = new ReadBack(inMemory(bytes), bytes.length, day);
      await assert.rejects(readBack.rest(AbortSignal.abort()), { name: 'AbortError' });
    });
  });

  it('knows that the account is gone which was registered last', async () => {
    const registered = log('registered');
    const added = upTo(registered, ': registration success');
    const gone = new LogText()
      .at('23:00:00.000')
      .line('pjsua_acc.c', 'Deleting account 0..')
      .line('pjsua_acc.c', 'Acc 0: setting unregistration..')
      .sent({ start: 'REGISTER', to: '<sip:100@127.0.0.1>' })
      .line('pjsua_acc.c', 'Acc 0: Unregistration sent')
      .line('pjsua_acc.c', 'Account id 0 deleted')
      .toBytes();
    const quiet = Buffer.from(
      '23:00:01.000          tsx0x1  ..nothing of interest here at all\r\n'.repeat(200),
    );
    const other = new LogText()
      .at('23:00:00.500')
      .line('pjsua_acc.c', 'Deleting account 1..')
      .line('pjsua_acc.c', 'Account id 1 deleted')
      .toBytes();
    const bytes = Buffer.concat([added, other, quiet, gone, quiet]);
    const seen = new Set<string | undefined>();
    for (const { cut, state, written } of parsedFromBeginning(bytes)) {
      assert.deepEqual(stateAfter(await readBackTo(bytes, cut, written)), state, `cut at ${cut}`);
      seen.add(state.registration?.trim());
    }
    assert.deepEqual([...seen].slice(-2), [
      'registered sip:100@127.0.0.1 200',
      'unregistered sip:100@127.0.0.1',
    ]);
  });

  it('finds nothing in an empty file, and in one that is no log', async () => {
    assert.deepEqual(await readBackTo(Buffer.alloc(0), 0, day), []);
    const noise = Buffer.from(Array.from({ length: 100_000 }, (_, index) => (index * 7919) % 251));
    assert.deepEqual(await readBackTo(noise, noise.length, day), []);
  });
});

function log(wanted: string): Buffer {
  const found = genuineLogs.find(({ name }) => name === wanted);
  assert.ok(found !== undefined, `there is a log ${wanted}`);
  return found.bytes;
}
