import assert from 'node:assert/strict';

import type { RandomAccess } from '../../../../../sdk/src/events/following/followed-file.ts';
import { LogCalendar } from '../../../../../sdk/src/events/log/log-calendar.ts';
import type { LogEvent } from '../../../../../sdk/src/events/log/log-event.ts';
import { LogParser } from '../../../../../sdk/src/events/log/log-parser.ts';
import { ReadBack, usualLengths } from '../../../../../sdk/src/events/log/read-back/read-back.ts';
import { type LogState, LogStateKeeper, stateAfter } from '../../../../support/sdk/log-state.ts';
import { genuineLogs } from '../genuine-logs.ts';

const day = new Date(2026, 10, 22);

/** So short that the genuine logs are long against them. */
const shortLengths = { step: 4096, tail: 6144, callLead: 12_288, lineLead: 4096 };

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
});
