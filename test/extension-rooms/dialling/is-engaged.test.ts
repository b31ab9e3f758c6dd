import assert from 'node:assert/strict';

import { isEngaged } from '../../../extension/src/dialling/is-engaged.ts';

describe('whether a phone is engaged', () => {
  for (const state of ['calling', 'ringing', 'active', 'held'] as const) {
    it(`is so while a call is ${state}`, () =>
      assert.equal(isEngaged([{ state: 'ended' }, { state }]), true));
  }

  it('is not so while calls only ring in, or are over: MicroSIP dials then', () => {
    assert.equal(isEngaged([{ state: 'incoming' }, { state: 'ended' }]), false);
    assert.equal(isEngaged([]), false);
  });
});
