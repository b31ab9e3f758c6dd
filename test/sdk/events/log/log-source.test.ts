import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import sinon from 'sinon';

import { FollowedFile } from '../../../../sdk/src/events/following/followed-file.ts';
import { LogCalendar } from '../../../../sdk/src/events/log/log-calendar.ts';
import type { LogEvent, LogObservation } from '../../../../sdk/src/events/log/log-event.ts';
import { LogParser } from '../../../../sdk/src/events/log/log-parser.ts';
import { LogSource, type LogSourceOptions } from '../../../../sdk/src/events/log/log-source.ts';
import { stateAfter } from '../../../support/sdk/log-state.ts';
import { longLog, upTo } from '../../../support/sdk/long-log.ts';
import { observations, type Observations } from '../../../support/sdk/observations.ts';
import { programPath } from '../../../support/sdk/program.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { until } from '../../../support/sdk/until.ts';
import { genuineLogs } from '../../../support/sdk/genuine-logs.ts';
import { answeredCall, LogText } from './log-text.ts';

type Observed = Observations<LogObservation>;

/** In the evening of the day on which the genuine logs were written, by their own times. */
const evening = new Date(2026, 10, 22, 20);

function logNamed(wanted: string): Buffer {
  const found = genuineLogs.find(({ name }) => name === wanted);
  assert.ok(found !== undefined, `there is a log ${wanted}`);
  return found.bytes;
}

/** The events of a whole log, by the parser alone. */
function parsed(...logs: readonly Uint8Array[]): readonly LogEvent[] {
  const parser = new LogParser(LogCalendar.endingAt(() => evening));
  return logs.flatMap((log) => parser.push(log));
}

function live({ items }: Observed): LogEvent[] {
  return items.filter((item) => item.type !== 'history');
}

function histories({ items }: Observed): (LogObservation & { readonly type: 'history' })[] {
  return items.filter((item) => item.type === 'history');
}

for (const watch of [true, false]) {
  describe(`a log ${watch ? 'whose folder is watched' : 'that is looked at'}`, () => {
    let directory: TemporaryDirectory;
    let file: string;
    beforeEach(() => {
      directory = temporaryDirectory();
      file = path.join(directory.path, 'microsip_log.txt');
    });
    afterEach(() => {
      directory[Symbol.dispose]();
    });

    const observe = (options: LogSourceOptions = {}): Observed & { stop(): Promise<void> } =>
      observations((signal) =>
        new LogSource(file, { watch, now: () => evening, ...options }).observe(signal),
      );

    function write(bytes: Uint8Array): void {
      writeFileSync(file, bytes);
      utimesSync(file, evening, evening);
    }

    for (const { bytes, name } of genuineLogs) {
      it(`tells of ${name}, while another process writes it in pieces, what reading it whole tells`, async () => {
        const source = path.join(directory.path, 'source');
        writeFileSync(source, bytes);
        await using observed = observe();
        await until(() => observed.items.length > 0, 'the first answer');
        const expected = parsed(bytes);
        const parameters = [programPath('append-in-pieces'), source, file, name.length.toString(), '97'];
        const writer = spawn(process.execPath, parameters, { stdio: 'inherit' });
        await once(writer, 'exit');
        await until(() => live(observed).length >= expected.length, 'all events');
        assert.deepEqual(live(observed), expected);
        assert.deepEqual(histories(observed), [{ type: 'history', events: [], complete: true }]);
      });
    }

    it('loses nothing and doubles nothing between reading back and following, wherever the log is cut', async () => {
      const bytes = logNamed('hold-dtmf-transfer');
      const all = parsed(bytes);
      for (let cut = 0; cut < bytes.length; cut += 1777) {
        write(bytes.subarray(0, cut));
        await using observed = observe();
        await until(() => observed.items.length > 0, 'the first answer');
        const before = parsed(bytes.subarray(0, cut));
        const [first] = histories(observed);
        assert.ok(first?.complete);
        assert.deepEqual(stateAfter(first.events), stateAfter(before));
        appendFileSync(file, bytes.subarray(cut));
        const coming = all.slice(before.length);
        await until(() => live(observed).length >= coming.length, `the events behind ${cut}`);
        assert.deepEqual(live(observed), coming);
      }
    });

    it('says when the log was last written, and that its stack has ended', async () => {
      write(logNamed('registered'));
      await using observed = observe();
      const [first] = await until(() => histories(observed).length > 0 && histories(observed), 'the history');
      assert.equal(first?.writtenAt, evening.toISOString());
      assert.equal(stateAfter(first.events).stack, 'ended');
    });

    it('answers at once from the end of a long log, and then with the call that is up since its beginning', async () => {
      const answered = logNamed('outgoing-answered');
      const beginning = upTo(answered, 'State changed from CONNECTING to CONFIRMED');
      const fillers = genuineLogs.map(({ bytes }) => bytes).filter((bytes) => bytes !== answered);
      const bytes = longLog({ beginning, fillers, length: 4_000_000 });
      write(bytes);
      await using observed = observe();
      await until(() => histories(observed).some(({ complete }) => complete), 'the complete answer');
      const [first, second, ...more] = histories(observed);
      assert.deepEqual([first?.complete, second?.complete, more], [false, true, []]);
      assert.deepEqual(stateAfter(first?.events ?? []).calls, []);
      const expected = stateAfter(parsed(bytes));
      assert.equal(expected.calls.length, 1);
      assert.deepEqual(stateAfter(second?.events ?? []), expected);

      appendFileSync(file, answered.subarray(beginning.length));
      const ended = await until(
        () => live(observed).find((event) => event.type === 'call' && event.state === 'ended'),
        'its end',
      );
      assert.equal(ended.type === 'call' && ended.callId, expected.calls[0]?.callId);
    });

    it('tells of an old call that ends while it is being looked for', async () => {
      const answered = logNamed('outgoing-answered');
      const beginning = upTo(answered, 'State changed from CONNECTING to CONFIRMED');
      const fillers = genuineLogs.map(({ bytes }) => bytes).filter((bytes) => bytes !== answered);
      write(longLog({ beginning, fillers, length: 6_000_000 }));
      const ending = new AbortController();
      const observing = new LogSource(file, { watch, now: () => evening }).observe(ending.signal);
      const seen: LogObservation[] = [];
      const first = (await observing.next()).value;
      assert.ok(first?.type === 'history' && !first.complete);
      appendFileSync(file, answered.subarray(beginning.length));
      const callId = parsed(beginning).find((event) => event.type === 'call')?.callId;
      const isEnd = (event: LogObservation): boolean =>
        event.type === 'call' && event.state === 'ended' && event.callId === callId;
      for await (const observation of observing) {
        seen.push(...(observation.type === 'history' ? observation.events : [observation]));
        if (seen.some(isEnd)) break;
      }
      ending.abort();
      assert.equal(seen.filter(isEnd).length, 1);
    });

    it('tells what it knows, and that no more comes, when the rest of the past cannot be read', async () => {
      const answered = logNamed('outgoing-answered');
      const beginning = upTo(answered, 'State changed from CONNECTING to CONFIRMED');
      const fillers = genuineLogs.map(({ bytes }) => bytes).filter((bytes) => bytes !== answered);
      write(longLog({ beginning, fillers, length: 3_000_000 }));
      const ending = new AbortController();
      const observing = new LogSource(file, { watch, now: () => evening }).observe(ending.signal);
      const first = (await observing.next()).value;
      assert.ok(first?.type === 'history' && !first.complete);

      let fail: (error: Error) => void = () => undefined;
      const failing = new Promise<Buffer>((_resolve, reject) => {
        fail = reject;
      });
      const read = sinon.stub(FollowedFile.prototype, 'read').returns(failing);
      try {
        appendFileSync(file, answeredCall(new LogText(), 'call-9').toBytes());
        const later: LogObservation[] = [];
        for await (const observation of observing) {
          later.push(observation);
          if (observation.type === 'history') break;
          if (observation.type === 'call' && observation.state === 'active') {
            fail(new Error('EIO: i/o error, read'));
          }
        }
        const last = later.at(-1);
        assert.ok(last?.type === 'history' && last.complete);
        const { calls } = stateAfter(last.events);
        assert.deepEqual(
          calls.map(({ callId, state }) => [callId, state]),
          [['call-9', 'active']],
        );
      } finally {
        ending.abort();
        read.restore();
      }
    });

    it('goes on in the new log of a phone that was started again', async () => {
      const [before, after] = [logNamed('outgoing-answered'), logNamed('registered')];
      write(upTo(before, 'State changed from CONNECTING to CONFIRMED'));
      await using observed = observe();
      await until(() => observed.items.length > 0, 'the first answer');
      renameSync(file, path.join(directory.path, 'microsip_log_1.txt'));
      writeFileSync(file, after);
      await until(() => live(observed).length >= parsed(after).length, 'the new log');
      assert.deepEqual(live(observed), parsed(after));
    });

    it('still tells of every call that ended a moment before it was asked', async () => {
      const calls = [
        ['10:00:00.000', 'long-ago', '0xa'],
        ['12:00:00.000', 'first', '0xb'],
        ['12:00:01.000', 'second', '0xc'],
      ] as const;
      const text = new LogText().at('09:00:00.000').started();
      for (const [time, callId, session] of calls) {
        answeredCall(text.at(time), callId, session).state(session, 'CONFIRMED', 'DISCONNECTED');
      }
      const noon = new Date(2026, 10, 22, 12, 0, 2);
      writeFileSync(file, text.toBytes());
      utimesSync(file, noon, noon);
      await using observed = observe({ now: () => noon });
      const [history] = await until(
        () => histories(observed).length > 0 && histories(observed),
        'the answer',
      );
      const ended = history?.events.filter((event) => event.type === 'call' && event.state === 'ended') ?? [];
      assert.deepEqual(
        ended.map((event) => event.type === 'call' && event.callId),
        ['first', 'second'],
      );
    });

    it('goes on in a log that a phone emptied when it started', async () => {
      write(logNamed('outgoing-answered'));
      await using observed = observe();
      await until(() => observed.items.length > 0, 'the first answer');
      truncateSync(file);
      const after = logNamed('incoming-answered');
      appendFileSync(file, after);
      await until(() => live(observed).length >= parsed(after).length, 'the new log');
      assert.deepEqual(live(observed), parsed(after));
    });

    it('completes the answer when the log is replaced while it is looked through', async () => {
      const answered = logNamed('outgoing-answered');
      const beginning = upTo(answered, 'State changed from CONNECTING to CONFIRMED');
      write(longLog({ beginning, fillers: [logNamed('two-calls')], length: 6_000_000 }));
      const ending = new AbortController();
      const observing = new LogSource(file, { watch, now: () => evening }).observe(ending.signal);
      const first = (await observing.next()).value;
      assert.ok(first?.type === 'history' && !first.complete);
      rmSync(file);
      writeFileSync(file, logNamed('registered'));
      const rest: LogObservation[] = [];
      for await (const observation of observing) {
        rest.push(observation);
        if (observation.type === 'stack' && observation.state === 'ended') break;
      }
      ending.abort();
      assert.ok(rest.some((observation) => observation.type === 'history' && observation.complete));
    });

    it('takes a file that is no log for a log that tells nothing', async () => {
      write(Buffer.from(Array.from({ length: 300_000 }, (_, index) => (index * 7919) % 251)));
      await using observed = observe();
      await until(() => observed.items.length > 0, 'the first answer');
      assert.deepEqual(histories(observed)[0]?.events, []);
      appendFileSync(file, logNamed('incoming-missed'));
      await until(() => live(observed).length >= parsed(logNamed('incoming-missed')).length, 'what follows');
    });

    it('can be observed by many at once, and ends for each when it is told to', async () => {
      write(logNamed('registered'));
      const observers = Array.from({ length: 10 }, () => observe());
      await until(() => observers.every(({ items }) => items.length > 0), 'all first answers');
      await Promise.all(observers.map((observer) => observer.stop()));
    });
  });
}
