import assert from 'node:assert/strict';
import fc from 'fast-check';
import { callOfLine, type CallLine } from '../../../sdk/src/history/ini/call-line.ts';

/** How MicroSIP up to 3.22.3 writes a call (facts D.7). */
function lineOf({ number, name, type, time, duration, info }: CallLine): string {
  return [number, name, type, time, duration, info].join(';');
}

const ada: CallLine = {
  number: '101',
  name: 'Ada',
  type: 1,
  time: 1_700_000_000,
  duration: 42,
  info: 'Call Ended',
};

describe('a call in the ini', () => {
  const calls: readonly (readonly [string, Partial<CallLine>])[] = [
    ['as MicroSIP writes it', {}],
    ['without a name, and not ended', { name: '', duration: 0, info: '' }],
    ['with semicolons in its name', { name: 'Lovelace; Ada;;' }],
    ['with a name that looks like another call', { name: 'Eve;0;1600000000;9;Busy' }],
    ['with a name that is a digit', { name: '1' }],
    ['with a name that runs into the numbers', { name: 'x;1;123456789' }],
    ['with semicolons in how it ended', { info: 'SIP;cause=486;text="Busy"' }],
    ['with digits for how it ended', { info: '486;1;2' }],
    ['with an address and its parameters', { number: 'ada@pbx.test;transport=tcp;line=1' }],
    ['with an address, and a name that could be a parameter', { number: 'ada@pbx.test', name: 'a=b' }],
    ['with a kind that nobody knows', { type: 7 }],
    ['with control characters and quotes', { name: '\u001B[31m"\u202E\'', info: '\u0007' }],
  ];
  for (const [title, part] of calls) {
    it(`is read ${title}`, () => {
      const call = { ...ada, ...part };
      assert.deepEqual(callOfLine(lineOf(call)), call);
    });
  }

  for (const text of ['null', '', ';', ';;;;;', '101;Ada;1', '101;Ada;x;1700000000;1;', '101;Ada;1;;;']) {
    it(`is none where there is ${JSON.stringify(text)}`, () => {
      assert.equal(callOfLine(text), undefined);
    });
  }

  it('comes back as it was written, whatever its name', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '0', '1', ';', '=', ' ', '123456789'),
      maxLength: 12,
    });
    const call = fc.record<CallLine>(
      {
        number: fc.string({ unit: fc.constantFrom('0', '1', '+', 'a'), maxLength: 8 }),
        name: text,
        type: fc.nat(3),
        time: fc.integer({ min: 100_000_000, max: 4_000_000_000 }),
        duration: fc.nat(100_000),
        info: text.filter((info) => !info.includes(';')),
      },
      { noNullPrototype: true },
    );
    fc.assert(
      fc.property(call, (written) => {
        assert.deepEqual(callOfLine(lineOf(written)), written);
      }),
      { numRuns: 5000 },
    );
  });
});
