import assert from 'node:assert/strict';

import fc from 'fast-check';

import { SteadyPlaces } from '../../extension/src/steady-places.ts';

interface Entry {
  readonly means: number;
  readonly isHidden?: true;
}

describe('the places of what a list shows', () => {
  it('mean the same for good, whatever the list shows later', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat())), (lists) => {
        const places = new SteadyPlaces<Entry>((entry) => ({ ...entry, isHidden: true }));
        let before: readonly Entry[] = [];
        for (const list of lists) {
          const now = places.show(list.map((means) => ({ means })));
          assert.deepEqual(
            now.slice(0, before.length).map(({ means }) => means),
            before.map(({ means }) => means),
          );
          assert.deepEqual(
            now.filter(({ isHidden }) => isHidden !== true).map(({ means }) => means),
            list,
          );
          before = now;
        }
      }),
    );
  });
});
