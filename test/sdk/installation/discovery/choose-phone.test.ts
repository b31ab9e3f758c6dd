import assert from 'node:assert/strict';

import fc from 'fast-check';

import { choosePhone } from '../../../../sdk/src/installation/discovery/choose-phone.ts';

/** Phones by name; those in capitals run. */
const chosen = (phones: string): string | undefined =>
  choosePhone(Array.from(phones), (phone) => phone !== phone.toLowerCase());

describe('the phone that is meant where nobody says which', () => {
  const cases: readonly (readonly [phones: string, phone: string | undefined])[] = [
    ['', undefined],
    ['a', 'a'],
    ['A', 'A'],
    ['abc', 'a'],
    ['aBc', 'B'],
    ['abC', 'C'],
    ['Abc', 'A'],
    ['ABc', 'A'],
    ['aBC', 'a'],
  ];
  for (const [phones, phone] of cases) {
    it(`is ${phone ?? 'none'} among “${phones}”, of which capitals run`, () => {
      assert.equal(chosen(phones), phone);
    });
  }

  it('is the first, unless that one does not run and exactly one other does', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }), (running) => {
        const phones = running.map((runs, index) => ({ index, runs }));
        const others = phones.slice(1).filter(({ runs }) => runs);
        const exception = running[0] === false && others.length === 1;
        assert.equal(
          choosePhone(phones, ({ runs }) => runs),
          exception ? others[0] : phones[0],
        );
      }),
    );
  });
});
