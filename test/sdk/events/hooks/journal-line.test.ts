import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  parseBehindTornLine,
  parseJournalLine,
} from '../../../../sdk/src/events/hooks/journal/journal-line.ts';
import { JournalLines } from '../../../../sdk/src/events/hooks/journal/journal-lines.ts';

const line = {
  v: 1,
  id: 'm0-1-2',
  at: '2026-11-23T08:00:00.000Z',
  hook: 'cmdCallEnd',
  caller: '101',
} as const;

describe('parseJournalLine', () => {
  it('reads what the hook program writes', () => {
    const { v: _, ...event } = line;
    assert.deepEqual(parseJournalLine(JSON.stringify(line)), { type: 'hook', ...event });
  });

  for (const [what, other] of [
    ['another version', { ...line, v: 2 }],
    ['no id', { ...line, id: '' }],
    ['a hook that MicroSIP does not have', { ...line, hook: 'cmdCallEaten' }],
    ['a caller that is no text', { ...line, caller: 101 }],
    ['no time', { ...line, at: 'yesterday' }],
    ['a time that does not exist', { ...line, at: '2026-13-40T08:00:00.000Z' }],
    ['a list', [line]],
  ] as const) {
    it(`passes over a line with ${what}`, () => {
      assert.equal(parseJournalLine(JSON.stringify(other)), undefined);
    });
  }

  it('passes over every beginning of a line, and over any text', () => {
    const whole = JSON.stringify(line);
    for (let length = 0; length < whole.length; length++) {
      assert.equal(parseJournalLine(whole.slice(0, length)), undefined);
    }
    fc.assert(fc.property(fc.string(), (text) => parseJournalLine(text) === undefined));
  });
});

describe('parseBehindTornLine', () => {
  it('finds the line behind any beginning of another one, whatever its caller was', () => {
    const { v: _, ...event } = line;
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (caller, part) => {
          const torn = JSON.stringify({ ...line, caller: `${caller}{"v":1,"id":"${JSON.stringify(line)}` });
          const glued = torn.slice(0, 1 + part * (torn.length - 2)) + JSON.stringify(line);
          assert.deepEqual(parseBehindTornLine(glued), { type: 'hook', ...event });
        },
      ),
    );
  });

  it('takes nothing in a caller for a line', () => {
    const torn = JSON.stringify({ ...line, caller: JSON.stringify(line) });
    for (let length = 0; length < torn.length; length++) {
      assert.equal(parseBehindTornLine(torn.slice(0, length)), undefined);
    }
  });
});

describe('JournalLines', () => {
  it('finds the same lines however the bytes come', () => {
    const content = fc.array(fc.string({ unit: fc.constantFrom('a', 'ü', '😀', '\r', ' ') }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(content, fc.array(fc.nat(12)), (lines, cuts) => {
        let rest = Buffer.from(lines.map((one) => `${one}\n`).join(''));
        const reader = new JournalLines();
        const found: (string | undefined)[] = [];
        for (const cut of cuts) {
          found.push(...reader.push(rest.subarray(0, cut)));
          rest = rest.subarray(cut);
        }
        found.push(...reader.push(rest));
        assert.deepEqual(found, lines);
        assert.equal(reader.isInsideLine, false);
      }),
    );
  });

  it('passes over the rest of a line that it begins in', () => {
    const reader = new JournalLines(true);
    assert.deepEqual([...reader.push(Buffer.from('rest'))], []);
    assert.deepEqual([...reader.push(Buffer.from(' of it\nwhole\n'))], ['whole']);
  });

  it('keeps none of a line without end', () => {
    const reader = new JournalLines();
    const megabyte = Buffer.alloc(1024 * 1024, 'x');
    for (let count = 0; count < 3; count++) assert.deepEqual([...reader.push(megabyte)], []);
    assert.equal(reader.isInsideLine, true);
    assert.deepEqual([...reader.push(Buffer.from('\nnext\n'))], [undefined, 'next']);
  });
});
