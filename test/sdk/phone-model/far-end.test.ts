import assert from 'node:assert/strict';

import fc from 'fast-check';

import {
  planFarEnd,
  planIncomingCalls,
  reactionOf,
  type FarEndScript,
} from '../../../sdk/src/phone-model/far-end.ts';

const callId = 'a-call';

describe('far ends as data', () => {
  it('by themselves ring after a moment and answer a second later', () => {
    assert.deepEqual(planFarEnd({}, '<sip:+14155552671@pbx.test>', callId), [
      { after: 200, event: { type: 'far-end-ringing', callId } },
      { after: 1200, event: { type: 'far-end-answered', callId, video: false } },
    ]);
  });

  it('end with the SIP failure code that is their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 999 }), (number) => {
        const plan = planFarEnd({}, `<sip:${String(number)}@pbx.test;transport=tcp>`, callId);
        const refused = plan.some(({ event }) => event.type === 'far-end-refused' && event.status === number);
        return refused === (number >= 400 && number <= 699);
      }),
    );
  });

  it('four digits are no failure code', () => {
    assert.equal(planFarEnd({}, '<sip:4861@pbx.test>', callId).length, 2);
  });

  const script: FarEndScript = {
    rules: [
      { dialled: '10?', steps: [{ after: 50, do: 'refuse', status: 480, reason: 'Gone fishing' }] },
      {
        dialled: '*@FAR.test',
        steps: [
          { after: 100, do: 'ring' },
          { after: 400, do: 'answer', video: true },
          { after: 1000, do: 'hold' },
          { after: 1000, do: 'resume' },
          { after: 500, do: 'hang-up' },
        ],
        transfer: { after: 300, status: 486 },
      },
      { dialled: 'nobody', steps: [] },
    ],
    incoming: [
      {
        at: 5000,
        from: '"Ada" <sip:200@pbx.test>',
        assertedIdentity: '<sip:900@pbx.test>',
        whileRinging: [{ after: 3000, do: 'hang-up' }],
        whenAnswered: [{ after: 2000, do: 'hang-up' }],
      },
      { at: 9000, callId: 'mine', from: '<sip:201@pbx.test>' },
    ],
  };

  it('follow the first rule that matches the user part or the whole address, each step after the one before', () => {
    assert.deepEqual(planFarEnd(script, '<sip:101@far.test>', callId), [
      { after: 50, event: { type: 'far-end-refused', callId, status: 480, reason: 'Gone fishing' } },
    ]);
    assert.deepEqual(
      planFarEnd(script, '<sip:2000@far.test>', callId).map(({ after, event }) => [after, event.type]),
      [
        [100, 'far-end-ringing'],
        [500, 'far-end-answered'],
        [1500, 'far-end-held'],
        [2500, 'far-end-held'],
        [3000, 'far-end-hung-up'],
      ],
    );
  });

  it('a rule without steps never answers', () => {
    assert.deepEqual(planFarEnd(script, '<sip:nobody@pbx.test>', callId), []);
  });

  it('answer a REFER as the rule says, else with 200 at once', () => {
    const refer = { method: 'REFER', target: '<sip:300@pbx.test>' } as const;
    assert.deepEqual(reactionOf(script, { callId, uri: '<sip:2000@far.test>' }, refer), [
      { after: 300, event: { type: 'transfer-answered', callId, status: 486 } },
    ]);
    assert.deepEqual(reactionOf({}, { callId, uri: '<sip:101@pbx.test>' }, refer), [
      { after: 0, event: { type: 'transfer-answered', callId, status: 200 } },
    ]);
  });

  it('react to the INVITE and the answer they were waiting for, and to nothing else', () => {
    const uri = '<sip:101@pbx.test>';
    assert.equal(reactionOf({}, { callId, uri }, { method: 'INVITE', uri }).length, 2);
    const answered = { method: 'RESPONSE', status: 200 } as const;
    assert.deepEqual(reactionOf(script, { callId: 'scripted-call-1', uri }, answered), [
      {
        after: 2000,
        event: { type: 'far-end-hung-up', callId: 'scripted-call-1', answeredElsewhere: false },
      },
    ]);
    assert.deepEqual(
      reactionOf(script, { callId: 'scripted-call-1', uri }, { method: 'RESPONSE', status: 180 }),
      [],
    );
    assert.deepEqual(reactionOf(script, { callId, uri }, { method: 'BYE' }), []);
  });

  it('call by themselves at their time, with nothing of the script in the INVITE', () => {
    assert.deepEqual(planIncomingCalls(script), [
      {
        after: 5000,
        event: {
          type: 'incoming-call',
          callId: 'scripted-call-1',
          from: '"Ada" <sip:200@pbx.test>',
          assertedIdentity: '<sip:900@pbx.test>',
        },
      },
      {
        after: 8000,
        event: { type: 'far-end-hung-up', callId: 'scripted-call-1', answeredElsewhere: false },
      },
      { after: 9000, event: { type: 'incoming-call', callId: 'mine', from: '<sip:201@pbx.test>' } },
    ]);
  });
});
