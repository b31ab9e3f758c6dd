import assert from 'node:assert/strict';

import fc from 'fast-check';
import type { CallRecord, CallState } from 'microsip-sdk';

import {
  viewCommands,
  type ViewCommandContribution,
} from '../../../extension/contributions/view-commands.ts';
import { callFace } from '../../../extension/src/views/call-face.ts';
import { entryActions } from '../../../extension/src/views/entry-actions.ts';
import { recordFace } from '../../../extension/src/views/record-face.ts';
import type { NodeFace } from '../../../extension/src/views/view-node.ts';
import { english } from '../../support/extension/english.ts';
import { aCall, hostileCall, hostileText, since } from '../../support/extension/seen-phones.ts';

/** What a far end says of itself must not be an icon, a link, another line or a turned text. */
function assertHarmless({ description = '', label, spoken, tooltip = [] }: NodeFace): void {
  for (const text of [label, description, spoken, ...tooltip]) {
    assert.doesNotMatch(text, /\$\(|\]\(|[\p{Cc}\p{Zl}\p{Zp}\u200b\u202a-\u202e]/u);
  }
  assert.notEqual(label, '');
  assert.notEqual(spoken, '');
}

describe('a call in its view', () => {
  it('shows whom it is with and what it does', () => {
    const face = callFace(aCall({ name: 'Ada', answeredAt: since }), english);
    assert.equal(face.label, '101 · “Ada”');
    assert.equal(face.description, 'in call');
    assert.deepEqual(face.icon, { name: 'call-outgoing', color: 'charts.green' });
  });

  it('tells the name in the contacts from the one that the other side likes', () => {
    const face = callFace(aCall({ name: 'Eve', uri: 'sip:101@pbx.test' }), english, 'Ada');
    assert.equal(face.label, '101 · Ada');
    assert.equal(face.spoken, 'In call with 101 · your contact Ada · Eve');
    assert.deepEqual(face.tooltip, [
      '101',
      'your contact Ada',
      'Eve',
      'sip:101@pbx.test',
      'Outgoing call · in call',
    ]);
  });

  it('tells its states apart by icon, words and kind', () => {
    const states = ['calling', 'ringing', 'incoming', 'active', 'held'] as const;
    const faces = states.map((state) => callFace(aCall({ state }), english));
    for (const each of ['icon', 'description', 'kind'] as const) {
      assert.equal(new Set(faces.map((face) => JSON.stringify(face[each]))).size, states.length, each);
    }
  });

  it('says who holds it', () => {
    const held = (heldBy: 'local' | 'remote'): string | undefined =>
      callFace(aCall({ state: 'held', heldBy }), english).description;
    assert.equal(held('local'), 'on hold');
    assert.equal(held('remote'), 'held by the other side');
  });

  it('offers to put on hold what only the other side holds, as resuming it would do that', () => {
    const offered = (call: CallState): readonly string[] => {
      const { kind } = callFace(call, english);
      const inMenus = Object.entries<ViewCommandContribution>(viewCommands)
        .filter(([, { items }]) => items?.test(kind) === true)
        .map(([name]) => name);
      assert.deepEqual([...entryActions({ type: 'call', call }, () => true)].sort(), inMenus.sort());
      return inMenus.filter((name) => /^(?:hold|resume)/u.test(name));
    };
    assert.deepEqual(offered(aCall({ state: 'active' })), ['holdCall']);
    assert.deepEqual(offered(aCall({ state: 'held', heldBy: 'remote' })), ['holdCall']);
    for (const heldBy of ['local', 'both'] as const) {
      assert.deepEqual(offered(aCall({ state: 'held', heldBy })), ['resumeCall']);
    }
    for (const state of ['calling', 'ringing', 'incoming'] as const)
      assert.deepEqual(offered(aCall({ state })), []);
  });

  it('is harmless whatever a far end calls itself', () => {
    fc.assert(
      fc.property(hostileCall, fc.option(hostileText, { nil: undefined }), (call, contact) =>
        assertHarmless(callFace(call, english, contact)),
      ),
    );
  });
});

describe('a call of the history in its view', () => {
  const record: CallRecord = {
    id: '1',
    number: '+14155550132',
    name: 'Ada',
    type: 'outgoing',
    at: '2026-10-01T12:00:00.000Z',
    durationSeconds: 65,
    info: 'Call ended',
    source: 'database',
  };
  const onlooker = { now: Date.parse('2026-10-01T20:00:00Z'), locale: 'en-GB', timeZone: 'UTC' };
  const shown = (
    changes: Partial<CallRecord> = {},
    seen: Partial<typeof onlooker> = {},
    contact?: string,
  ): NodeFace => recordFace({ ...record, ...changes }, true, { ...onlooker, ...seen }, english, contact);

  it('shows who it was with, and when by the calendar of who looks', () => {
    assert.equal(shown().label, '+14155550132 · “Ada”');
    assert.equal(shown().description, '12:00');
    const inTokyo = shown({}, { timeZone: 'Asia/Tokyo', now: Date.parse('2026-10-01T14:59:00Z') });
    assert.equal(inTokyo.description, '21:00');
    const nextDay = shown({}, { now: Date.parse('2026-10-02T00:00:00Z') }).description;
    assert.equal(nextDay, '1 Oct, 12:00');
    const nextYear = shown({}, { now: Date.parse('2027-01-01T00:00:00Z') }).description;
    assert.equal(nextYear, '1 Oct 2026');
    assert.equal(
      shown({}, { locale: 'de', now: Date.parse('2026-10-02T00:00:00Z') }).description,
      '1. Okt., 12:00',
    );
  });

  it('marks a missed call by colour, by word and aloud', () => {
    const missed = shown({ type: 'missed' });
    assert.deepEqual(missed.icon, { name: 'call-incoming', color: 'errorForeground' });
    assert.equal(missed.description, 'missed · 12:00');
    assert.equal(missed.spoken, 'Missed call: +14155550132 · Ada, 12:00');
    assert.doesNotMatch(shown({ type: 'incoming' }).description ?? '', /missed/u);
  });

  it('tells in its hover how long it was and how it ended', () => {
    assert.deepEqual(shown().tooltip?.slice(0, 3), [
      '+14155550132',
      'Ada',
      'Outgoing call · 01:05 · Call ended',
    ]);
  });

  it('tells the name in the contacts from the one that the other side likes', () => {
    assert.equal(shown({}, {}, 'Ada').label, '+14155550132 · Ada');
    assert.equal(shown({ name: 'Eve' }, {}, 'Ada').label, '+14155550132 · Ada');
    assert.match(shown({ name: 'Eve' }, {}, 'Ada').spoken, /: \+14155550132 · your contact Ada · Eve, /u);
    assert.deepEqual(shown({ name: 'Eve' }, {}, 'Ada').tooltip?.slice(0, 3), [
      '+14155550132',
      'your contact Ada',
      'Eve',
    ]);
  });

  it('offers to call again only what can be called', () => {
    assert.equal(shown().kind, 'record.dialable');
    assert.equal(recordFace(record, false, onlooker, english).kind, 'record');
  });

  it('is harmless whatever a far end calls itself', () => {
    const hostile = fc.record({ number: hostileText, name: hostileText, info: hostileText });
    fc.assert(
      fc.property(hostile, fc.option(hostileText, { nil: undefined }), (texts, contact) =>
        assertHarmless(shown(texts, {}, contact)),
      ),
    );
  });
});
