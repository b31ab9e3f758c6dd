import assert from 'node:assert/strict';
import { callText } from '../../../sdk/src/cli/output/event-text.ts';

describe('callText', () => {
  it('keeps who is called apart from how the call ended', () => {
    const call = {
      callId: '1',
      direction: 'incoming',
      state: 'ended',
      number: '101',
      since: '2026-01-01T12:00:00.000Z',
    } as const;
    assert.equal(
      callText({ ...call, name: 'Ada', reason: 'hung-up', status: 200 }),
      'from Ada (101): hung-up, SIP 200',
    );
    assert.equal(callText({ ...call, direction: 'outgoing', reason: 'busy' }), 'to 101: busy');
    assert.equal(callText({ ...call, state: 'active' }), 'from 101');
  });
});
