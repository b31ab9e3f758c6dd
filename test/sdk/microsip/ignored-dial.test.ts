import assert from 'node:assert/strict';

import type { CallState } from '../../../sdk/src/events/call-event.ts';
import { MicroSipError } from '../../../sdk/src/microsip-error.ts';
import { hasOtherCall, ignoredDial, type AskedPhone } from '../../../sdk/src/microsip/ignored-dial.ts';

const number = { dialled: '+4930123456', at: '2026-01-01T08:00:00.000Z' };
const before = '2026-01-01T07:59:00.000Z';
const call = {
  callId: '1',
  direction: 'outgoing',
  state: 'active',
  number: '101',
  since: before,
} as const satisfies CallState;

describe('a number that was dialled', () => {
  for (const state of ['calling', 'ringing', 'active', 'held'] as const) {
    it(`meets another call that is ${state}`, () =>
      assert.equal(
        hasOtherCall(
          [
            { ...call, state: 'ended' },
            { ...call, state },
          ],
          number,
        ),
        true,
      ));
  }

  it('meets no other call where calls only ring in, or are over', () => {
    const others = [
      { ...call, direction: 'incoming', state: 'incoming' },
      { ...call, state: 'ended' },
    ] as const;
    assert.equal(hasOtherCall(others, number), false);
    assert.equal(hasOtherCall([], number), false);
  });

  it('meets no other call in its own, whatever clock that is told by', () => {
    assert.equal(hasOtherCall([{ ...call, since: number.at }], number), false);
    // A dial plan can have changed how the number begins.
    const own = { ...call, number: '030123456' };
    assert.equal(hasOtherCall([own], { ...number, dialled: '030123456' }), false);
    assert.equal(
      hasOtherCall([{ ...own, direction: 'incoming' }], { ...number, dialled: '030123456' }),
      true,
    );
  });
});

describe('whether a number is ignored', () => {
  const never = new AbortController().signal;
  const phone: AskedPhone = {
    status: () => Promise.resolve({ phone: 'in-call', calls: [call], sources: ['log'] }),
    takesOneCall: () => Promise.resolve(true),
  };

  it('depends on a call and on the setting', async () => {
    assert.equal(await ignoredDial(phone, number, never), 'single-mode');
    const severalCalls = { ...phone, takesOneCall: () => Promise.resolve(false) };
    assert.equal(await ignoredDial(severalCalls, number, never), undefined);
  });

  it('is not known where the phone or its files do not tell', async () => {
    const damaged = new MicroSipError('SETTINGS_DAMAGED', 'It is none of its files.');
    assert.equal(
      await ignoredDial({ ...phone, takesOneCall: () => Promise.reject(damaged) }, number, never),
      undefined,
    );
    const over = AbortSignal.abort();
    assert.equal(
      await ignoredDial({ ...phone, status: () => Promise.reject(new Error('aborted')) }, number, over),
      undefined,
    );
  });

  it('does not hide what is wrong with the kit itself', async () => {
    const fault = new TypeError('a fault');
    await assert.rejects(
      ignoredDial({ ...phone, status: () => Promise.reject(fault) }, number, never),
      fault,
    );
  });
});
