import assert from 'node:assert/strict';

import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import type { HistoryRow, PhoneEffect } from '../../../../sdk/src/phone-model/phone-effect.ts';
import { kindsOf, testPhone } from '../phone-under-test.ts';

/** The rows as a history file holds them after these effects. */
function rowsAfter(effects: readonly PhoneEffect[]): readonly HistoryRow[] {
  const rows = new Map<string, HistoryRow>();
  for (const effect of effects) {
    if (effect.do === 'historyInsert') assert.ok(!rows.has(effect.row.callId), 'a row is inserted once');
    if (effect.do === 'historyUpdate')
      assert.ok(rows.has(effect.row.callId), 'only a row that is there is updated');
    if (effect.do === 'historyInsert' || effect.do === 'historyUpdate')
      rows.set(effect.row.callId, effect.row);
  }
  return [...rows.values()];
}

describe('call history (facts F.1)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('an outgoing call: type 0, the time of its start, the seconds it was connected', () => {
        const phone = testPhone({ version });
        const time = Math.floor(phone.now() / 1000);
        const callId = phone.dial('101');
        phone.wait(4000);
        phone.feed({ type: 'far-end-answered', callId });
        phone.wait(6500);
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(rowsAfter(phone.effects()), [
          { callId, number: '101', name: '101', type: 0, time, duration: 6, info: 'Call Ended' },
        ]);
      });

      it('the row stands from the first state on, with nothing but the start', () => {
        const phone = testPhone({ version });
        phone.dial('101');
        const [row] = rowsAfter(phone.effects());
        assert.deepEqual([row?.type, row?.duration, row?.info], [0, 0, '']);
      });

      it('an outgoing call without an answer: still type 0, duration 0, the reason as text', () => {
        const phone = testPhone({ version });
        const callId = phone.dial('404');
        phone.feed({ type: 'far-end-refused', callId, status: 404 });
        const [row] = rowsAfter(phone.effects());
        assert.deepEqual([row?.type, row?.duration, row?.info], [0, 0, 'Not Found']);
      });

      it('an incoming call is type 1 while it rings, and 2 when it ended without an answer', () => {
        const phone = testPhone({ version });
        const callId = phone.ring('200');
        assert.deepEqual(
          rowsAfter(phone.effects()).map((row) => row.type),
          [1],
        );
        phone.feed({ type: 'far-end-hung-up', callId });
        const [update] = phone
          .effects()
          .flatMap((effect) => (effect.do === 'historyUpdate' ? [effect.row] : []));
        assert.deepEqual([update?.type, update?.duration, update?.info], [2, 0, 'Canceled']);
      });

      it('an answered incoming call stays type 1', () => {
        const phone = testPhone({ version });
        const callId = phone.ring('200');
        phone.run('/answer');
        phone.wait(2000);
        phone.feed({ type: 'far-end-hung-up', callId });
        const [row] = rowsAfter(phone.effects());
        assert.deepEqual([row?.type, row?.duration], [1, 2]);
      });

      const elsewhere =
        version === '3.22.16' ? ([3, 'Answered Elsewhere'] as const) : ([2, 'Canceled'] as const);
      it(`a call that another phone took becomes type ${String(elsewhere[0])}`, () => {
        const phone = testPhone({ version });
        const callId = phone.ring('200');
        phone.feed({ type: 'far-end-hung-up', callId, answeredElsewhere: true });
        const [row] = rowsAfter(phone.effects());
        assert.deepEqual([row?.type, row?.info], elsewhere);
      });

      const refused = version === '3.20.5' ? [2] : [];
      it(`a call refused before it rang is ${refused.length === 0 ? 'not logged' : 'logged as missed'}`, () => {
        const phone = testPhone({ version, ini: { 'Settings.DND': '1' } });
        phone.ring('200');
        assert.deepEqual(
          rowsAfter(phone.effects()).map((row) => row.type),
          refused,
        );
      });

      it('name and number: the display name, and the domain only where it is a foreign one', () => {
        const phone = testPhone({ version, ini: { 'Settings.singleMode': '0' } });
        phone.ring('200', { from: '"Ada" <sip:200@pbx.test>' });
        phone.ring('300', { from: '<sip:300@far.test>' });
        assert.deepEqual(
          rowsAfter(phone.effects()).map((row) => [row.number, row.name]),
          [
            ['200', 'Ada'],
            ['300@far.test', '300'],
          ],
        );
      });

      it('a call that ended with 481 keeps its unfinished row', () => {
        const phone = testPhone({ version });
        const callId = phone.dial('101');
        phone.feed({ type: 'far-end-refused', callId, status: 481 });
        assert.ok(!kindsOf(phone.effects()).includes('historyUpdate'));
      });

      it('the duration ends with the call, not with the hook that kept the windows waiting', () => {
        const phone = testPhone({
          version,
          quickHooks: false,
          ini: { 'Settings.cmdCallStart': 'C:\\start.exe' },
        });
        const callId = phone.talk('101');
        phone.wait(3000);
        phone.feed({ type: 'far-end-hung-up', callId });
        phone.wait(7000);
        const [row] = rowsAfter(phone.effects());
        assert.equal(row?.duration, 3);
      });
    });
  }

  it('an own Decline is "Declined" in 3.22.16', () => {
    const phone = testPhone({ version: '3.22.16' });
    const callId = phone.ring('200');
    phone.feed({ type: 'user-declines', callId });
    const [row] = rowsAfter(phone.effects());
    assert.deepEqual([row?.type, row?.info], [2, 'Declined']);
  });
});
