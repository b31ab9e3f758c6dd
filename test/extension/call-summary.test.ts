import assert from 'node:assert/strict';

import { summarizeCalls } from '../../extension/src/call-summary.ts';

const since = '2026-10-01T12:00:00.000Z';

describe('the summary of calls', () => {
  it('is nothing where there is no phone to be seen', () => {
    for (const phone of ['unknown', 'not-installed', 'not-running'] as const) {
      assert.equal(summarizeCalls({ phone, calls: [], sources: [] }), undefined, phone);
    }
  });

  it('is a bare icon that dials while the phone is idle', () => {
    const summary = summarizeCalls({ phone: 'idle', calls: [], sources: ['log'] });
    assert.equal(summary?.text, '$(call-outgoing)');
    assert.equal(summary.action, 'dial');
  });

  it('puts the call first that someone waits in, and counts the others', () => {
    const summary = summarizeCalls({
      phone: 'in-call',
      calls: [
        { callId: '1', direction: 'outgoing', state: 'active', number: '101', since },
        { callId: '2', direction: 'incoming', state: 'incoming', number: '102', since },
        { callId: '3', direction: 'outgoing', state: 'ended', number: '103', since },
      ],
      sources: ['log'],
    });
    assert.equal(summary?.text, '$(call-incoming) Call from 102 +1');
    assert.equal(summary.urgent, true);
  });

  it('does not let a caller draw icons, break the line or turn the text around', () => {
    const summary = summarizeCalls({
      phone: 'in-call',
      calls: [
        { callId: '1', direction: 'incoming', state: 'incoming', number: '$(bug)\n\u202e101\u200b', since },
      ],
      sources: ['log'],
    });
    assert.equal(summary?.text, '$(call-incoming) Call from $ (bug)101');
  });
});
