import assert from 'node:assert/strict';

import type { CallRecord } from 'microsip-sdk';

import { recentNodes } from '../../../extension/src/views/recent-nodes.ts';
import { english } from '../../support/extension/english.ts';

const record: CallRecord = {
  id: 'db-',
  number: '101',
  type: 'outgoing',
  at: '2026-10-01T12:00:00.000Z',
  durationSeconds: 0,
  source: 'database',
};
const onlooker = { now: Date.parse('2026-10-01T20:00:00Z'), locale: 'en', timeZone: 'UTC' };
const nameOf = (number: string): string | undefined => (number === '102' ? 'Bob' : undefined);

describe('the calls in the view Recent', () => {
  it('are shown although a damaged call log cannot tell them apart', () => {
    const records = [record, { ...record, number: '102' }, { ...record, source: 'ini' as const }];
    const nodes = recentNodes(records, onlooker, english, nameOf);
    assert.deepEqual(
      nodes.map(({ face }) => face.label),
      ['101', '102 · Bob', '101'],
    );
    assert.equal(new Set(nodes.map(({ id }) => id)).size, 3);
  });

  it('offer to call again what can be called', () => {
    const nodes = recentNodes([record, { ...record, number: '/exit' }], onlooker, english, nameOf);
    assert.deepEqual(
      nodes.map(({ face }) => face.kind),
      ['record.dialable', 'record'],
    );
  });
});
