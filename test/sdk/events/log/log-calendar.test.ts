import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LogCalendar } from '../../../../sdk/src/events/log/log-calendar.ts';
import { LogLength } from '../../../../sdk/src/events/log/log-length.ts';

const hour = 3_600_000;
const day = 24 * hour;

function timeOfDay(text: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = text.split(':').map(Number);
  return (hours * 60 + minutes) * 60_000 + seconds * 1000;
}

/** Days of the month on which lines with these times were written. */
function days(calendar: LogCalendar, ...times: readonly string[]): readonly number[] {
  return times.map((time) => {
    calendar.see(timeOfDay(time));
    return calendar.instant(timeOfDay(time)).getDate();
  });
}

const twentySecond = (): LogCalendar => LogCalendar.beginningOn(new Date(2026, 10, 22, 15));

describe('the days of a log, whose times have no date', () => {
  it('begin on the day that is given, whatever the time of that is', () => {
    const calendar = twentySecond();
    calendar.see(timeOfDay('09:00:00'));
    assert.deepEqual(calendar.instant(timeOfDay('09:00:00')), new Date(2026, 10, 22, 9));
  });

  it('go on at midnight, also when a computer slept over it', () => {
    assert.deepEqual(
      days(twentySecond(), '23:59:59', '00:00:00', '18:00:00', '08:00:00', '03:00:00'),
      [22, 23, 23, 24, 25],
    );
  });

  it('do not go on when the clock is set back or threads write out of order', () => {
    assert.deepEqual(days(twentySecond(), '03:00:00', '02:00:00', '12:00:01', '12:00:00'), [22, 22, 22, 22]);
    assert.deepEqual(days(twentySecond(), '23:59:59', '00:00:00', '23:59:58', '00:00:01'), [22, 23, 22, 23]);
  });

  it('go over the end of a month, and over days of 23 and 25 hours', () => {
    const calendar = LogCalendar.beginningOn(new Date(2026, 9, 24));
    for (let passed = 0; passed < 14; passed++) {
      calendar.see(23 * hour);
      assert.deepEqual(calendar.instant(23 * hour), new Date(2026, 9, 24 + passed, 23));
      calendar.see(hour);
    }
  });

  it('end with the last line of a whole log, which was written when the file was', () => {
    const times = { midnights: 2, last: timeOfDay('10:00:00') };
    const first = (written: Date): number =>
      LogCalendar.of(times, written).instant(timeOfDay('09:00:00')).getDate();
    assert.equal(first(new Date(2026, 10, 22, 10)), 20);
    assert.equal(first(new Date(2026, 10, 22, 18)), 20);
    // Copied the next morning, without its time.
    assert.equal(first(new Date(2026, 10, 23, 9)), 20);
    // The clock of the file server is a little behind.
    assert.equal(first(new Date(2026, 10, 22, 9, 59, 30)), 20);
  });

  it('end today for lines that come now, and again after silence of any length', () => {
    let now = new Date(2026, 10, 22, 10);
    const calendar = LogCalendar.endingAt(() => now);
    assert.deepEqual(days(calendar, '09:59:00', '10:00:00'), [22, 22]);
    now = new Date(2026, 10, 27, 11);
    calendar.catchUp();
    assert.deepEqual(days(calendar, '11:00:00'), [27]);
    now = new Date(2026, 10, 28, 0, 0, 5);
    calendar.catchUp();
    assert.deepEqual(days(calendar, '23:59:59', '00:00:04'), [27, 28]);
  });

  it('are counted in a log however it is cut', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(steps, fc.nat(day / hour), fc.integer({ min: 1, max: 90 }), (hours, start, piece) => {
        const times = hours.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? 0) + step], [start % 24]);
        const bytes = Buffer.from(
          times
            .map((time) => `${String(time % 24).padStart(2, '0')}:00:00.000           sip_endpoint.c  .x\r\n`)
            .join(''),
        );
        const length = new LogLength();
        for (let at = 0; at < bytes.length; at += piece) length.push(bytes.subarray(at, at + piece));
        const last = times.at(-1) ?? 0;
        assert.deepEqual(length.end(), { midnights: Math.floor(last / 24), last: (last % 24) * hour });
      }),
    );
  });
});
