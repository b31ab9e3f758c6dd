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

  it('tells who holds a call and where it is transferred to, with nothing a terminal would obey', () => {
    const call = {
      callId: '1',
      direction: 'outgoing',
      state: 'held',
      number: '101',
      since: '2026-01-01T12:00:00.000Z',
    } as const;
    assert.equal(callText({ ...call, heldBy: 'both' }), 'to 101: by both sides');
    assert.equal(
      callText({
        ...call,
        state: 'active',
        transfer: { by: 'local', target: 'sip:102@pbx.test', status: 180 },
      }),
      'to 101: transfer to sip:102@pbx.test (SIP 180)',
    );
    const transfer = { by: 'remote', target: 'sip:\u001B[2J@x' } as const;
    assert.equal(
      callText({ ...call, state: 'active', transfer }),
      String.raw`to 101: asked to transfer to sip:\u{1b}[2J@x`,
    );
  });
});
