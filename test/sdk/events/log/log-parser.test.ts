import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CallEvent, RegistrationEvent } from '../../../../sdk/src/events/call-event.ts';
import { LogCalendar } from '../../../../sdk/src/events/log/log-calendar.ts';
import type { LogEvent } from '../../../../sdk/src/events/log/log-event.ts';
import { LogParser, type LogParserOptions } from '../../../../sdk/src/events/log/log-parser.ts';
import { genuineLogs } from '../../../support/sdk/genuine-logs.ts';
import { answeredCall, described, LogText, printed, ringingCall } from './log-text.ts';

const peer = '<sip:200@pbx.test>;tag=b';
const own = '<sip:100@pbx.test>';

function read(log: LogText | Uint8Array, options?: LogParserOptions): readonly LogEvent[] {
  const parser = new LogParser(LogCalendar.beginningOn(new Date(2026, 10, 22)), options);
  const events = parser.push(log instanceof LogText ? log.toBytes() : log);
  return [...events, ...parser.end()];
}

function calls(log: LogText | Uint8Array, options?: LogParserOptions): readonly CallEvent[] {
  return read(log, options).filter((event): event is CallEvent => event.type === 'call');
}

/** The states of all calls, with what else tells something. */
function told(log: LogText | Uint8Array): readonly string[] {
  return calls(log).map(({ endedBy, heldBy, reason, state, status, transfer }) =>
    [
      state,
      status,
      heldBy,
      reason,
      endedBy === undefined ? undefined : `by ${endedBy}`,
      transfer === undefined ? undefined : `transfer ${transfer.by} ${String(transfer.status)}`,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  );
}

function registrations(log: LogText): readonly string[] {
  return read(log)
    .filter((event): event is RegistrationEvent => event.type === 'registration')
    .map(({ account, state, status }) => `${state} ${String(status)} ${String(account)}`);
}

const answered = ['calling', 'ringing 180', 'active 200'];

describe('calls in a log', () => {
  it('are told at every state with its status, repetitions left out', () => {
    const log = new LogText()
      .started()
      .sent({ start: 'INVITE', ...described('sendrecv') }, '0xa')
      .state('0xa', 'NULL', 'CALLING')
      .sent({ start: 'INVITE', ...described('sendrecv') })
      .received({ start: 183, to: peer }, '0xa')
      .state('0xa', 'CALLING', 'EARLY')
      .received({ start: 180, to: peer }, '0xa')
      .state('0xa', 'EARLY', 'EARLY')
      .received({ start: 180, to: peer }, '0xa')
      .state('0xa', 'EARLY', 'EARLY');
    assert.deepEqual(told(log), ['calling', 'ringing 183', 'ringing 180']);
  });

  it('outlive a request for a password', () => {
    const log = new LogText()
      .started()
      .sent({ start: 'INVITE' }, '0xa')
      .state('0xa', 'NULL', 'CALLING')
      .received({ start: 407, to: peer }, '0xa')
      .sent({ start: 'ACK', to: peer })
      .sent({ start: 'INVITE', sequence: 2 }, '0xa')
      .state('0xa', 'NULL', 'CALLING')
      .received({ start: 200, sequence: 2, to: peer }, '0xa')
      .state('0xa', 'CALLING', 'CONNECTING')
      .state('0xa', 'CONNECTING', 'CONFIRMED')
      .sent({ start: 'BYE', sequence: 3, to: peer }, '0xa')
      .received({ start: 200, method: 'BYE', sequence: 3, to: peer }, '0xa')
      .state('0xa', 'CONFIRMED', 'DISCONNECTED');
    assert.deepEqual(told(log), ['calling', 'active 200', 'ended 200 hung-up by local']);
  });

  it('end when the password is wrong, and when they are sent elsewhere', () => {
    const refused = (status: number): LogText =>
      new LogText()
        .started()
        .sent({ start: 'INVITE' }, '0xa')
        .state('0xa', 'NULL', 'CALLING')
        .received({ start: 401, to: peer }, '0xa')
        .sent({ start: 'ACK', to: peer })
        .sent({ start: 'INVITE', sequence: 2 }, '0xa')
        .state('0xa', 'NULL', 'CALLING')
        .received({ start: status, sequence: 2, to: peer }, '0xa')
        .sent({ start: 'ACK', sequence: 2, to: peer })
        .state('0xa', 'CALLING', 'DISCONNECTED');
    assert.deepEqual(told(refused(401)), ['calling', 'ended 401 failed by remote']);
    assert.deepEqual(told(refused(302)), ['calling', 'ended 302 failed by remote']);
  });

  it('are none that subscribe to presence, publish it or ask what a phone can do', () => {
    const log = new LogText().started();
    for (const [start, event] of [
      ['SUBSCRIBE', 'presence'],
      ['PUBLISH', 'presence'],
      ['OPTIONS', ''],
      ['NOTIFY', 'dialog'],
      ['REFER', 'refer'],
    ] as const) {
      const headers = [`Event: ${event}`, 'Refer-To: <sip:400@pbx.test>'];
      log.sent({ start, callId: start, headers }).received({ start: 200, method: start, callId: start });
      log.received({ start, callId: `${start}-in`, headers }, '0xd');
      log.sent({ start: 200, method: start, callId: `${start}-in` });
    }
    assert.deepEqual(calls(log), []);
  });

  it('that run at the same time are kept apart, and an address in memory is used again', () => {
    const log = answeredCall();
    answeredCall(log, 'call-2', '0xb');
    log
      .received({ start: 'BYE', callId: 'call-1', sequence: 9, from: peer, to: own }, '0xa')
      .state('0xa', 'CONFIRMED', 'DISCONNECTED');
    answeredCall(log, 'call-3', '0xa');
    assert.deepEqual(
      calls(log).map(({ callId, state }) => `${callId} ${state}`),
      [
        'call-1 calling',
        'call-1 ringing',
        'call-1 active',
        'call-2 calling',
        'call-2 ringing',
        'call-2 active',
        'call-1 ended',
        'call-3 calling',
        'call-3 ringing',
        'call-3 active',
      ],
    );
  });

  it('keep the first answer of several, as from a call that rings at several phones', () => {
    const log = new LogText()
      .started()
      .sent({ start: 'INVITE', ...described('sendrecv') }, '0xa')
      .state('0xa', 'NULL', 'CALLING')
      .received({ start: 180, to: '<sip:200@pbx.test>;tag=one' }, '0xa')
      .state('0xa', 'CALLING', 'EARLY')
      .received({ start: 180, to: '<sip:200@pbx.test>;tag=two' }, '0xa')
      .received({ start: 200, to: '<sip:200@pbx.test>;tag=two', ...described('sendrecv') }, '0xa')
      .state('0xa', 'EARLY', 'CONNECTING')
      .state('0xa', 'CONNECTING', 'CONFIRMED');
    assert.deepEqual(told(log), answered);
  });

  it('whose first message did not fit into the log are told as soon as their Call-ID is known', () => {
    const log = new LogText()
      .started()
      .line('inv0xa', 'Sending Request msg INVITE/cseq=1 (tdta0x77)')
      .line('pjsua_core.c', '<logging error: msg too long>')
      .at('12:00:01.000')
      .state('0xa', 'NULL', 'CALLING')
      .at('12:00:02.000')
      .received({ start: 180, to: peer }, '0xa')
      .state('0xa', 'CALLING', 'EARLY');
    assert.deepEqual(told(log), ['calling', 'ringing 180']);
    assert.deepEqual(
      calls(log).map(({ at }) => new Date(at).getSeconds()),
      [1, 2],
    );
  });

  it('whose INVITE was cut off at the end of its entry are told with their caller', () => {
    const invite = printed({
      start: 'INVITE',
      from: '"Ada" <sip:200@pbx.test>',
      to: own,
      headers: ['Content-Type: application/sdp'],
      body: `v=0\r\n${'a=candidate:1 1 UDP 1 192.0.2.20 4000 typ host\r\n'.repeat(100)}`,
    });
    const head = `12:00:00.000           pjsua_core.c  .RX ${String(invite.length)} bytes Request msg INVITE/cseq=1 (rdata0x1) from UDP 192.0.2.20:5060:\n`;
    const log = new LogText()
      .started()
      .raw(`${`${head}${invite}`.slice(0, 3997)}\r\n`)
      .sent({ start: 100, from: peer, to: own }, '0xb')
      .state('0xb', 'NULL', 'INCOMING');
    assert.deepEqual(told(log), ['incoming']);
    assert.equal(calls(log)[0]?.name, 'Ada');
  });

  it('that began before the log are told once it is known which side called, and not at all if it never is', () => {
    const ringing = new LogText().received({ start: 180, to: peer }, '0xa').state('0xa', 'CALLING', 'EARLY');
    assert.deepEqual(told(ringing), ['ringing 180']);
    const ending = new LogText()
      .received({ start: 'BYE', sequence: 9, from: peer, to: own }, '0xa')
      .state('0xa', 'CONFIRMED', 'DISCONNECTED');
    assert.deepEqual(told(ending), []);
  });

  it('end when the stack starts anew', () => {
    const log = answeredCall().started().state('0xa', 'CONFIRMED', 'DISCONNECTED');
    assert.deepEqual(told(log), answered);
  });
});

describe('the end of a call in a log', () => {
  const ringing = (): LogText =>
    new LogText()
      .started()
      .sent({ start: 'INVITE' }, '0xa')
      .state('0xa', 'NULL', 'CALLING')
      .received({ start: 180, to: peer }, '0xa')
      .state('0xa', 'CALLING', 'EARLY');

  for (const [status, reason] of [
    [404, 'failed'],
    [480, 'failed'],
    [486, 'busy'],
    [503, 'failed'],
    [600, 'busy'],
    [603, 'declined'],
  ] as const) {
    it(`is ${reason} by the other side after ${String(status)}`, () => {
      const log = ringing()
        .received({ start: status, to: peer }, '0xa')
        .state('0xa', 'EARLY', 'DISCONNECTED');
      assert.equal(told(log).at(-1), `ended ${String(status)} ${reason} by remote`);
    });
  }

  it('is cancelled by the phone, whether the 487 comes or not', () => {
    const cancelled = (): LogText => ringing().sent({ start: 'CANCEL' });
    for (const log of [cancelled(), cancelled().received({ start: 487, to: peer }, '0xa')]) {
      assert.equal(told(log.state('0xa', 'EARLY', 'DISCONNECTED')).at(-1), 'ended 487 cancelled by local');
    }
  });

  for (const [event, status] of [
    ['TIMER', 408],
    ['TRANSPORT_ERROR', 503],
  ] as const) {
    it(`is failed by nobody after ${event}`, () => {
      const log = new LogText()
        .started()
        .sent({ start: 'INVITE' }, '0xa')
        .state('0xa', 'NULL', 'CALLING')
        .line('tsx0xc', `State changed from Calling to Terminated, event=${event}`)
        .state('0xa', 'CALLING', 'DISCONNECTED');
      assert.equal(told(log).at(-1), `ended ${String(status)} failed`);
    });
  }

  it('does not have the status of a request for a password that was met', () => {
    const log = new LogText()
      .started()
      .sent({ start: 'INVITE' }, '0xa')
      .state('0xa', 'NULL', 'CALLING')
      .received({ start: 401, to: peer }, '0xa')
      .sent({ start: 'INVITE', sequence: 2 }, '0xa')
      .line('tsx0xc', 'State changed from Calling to Terminated, event=TIMER')
      .state('0xa', 'CALLING', 'DISCONNECTED');
    assert.equal(told(log).at(-1), 'ended 408 failed');
  });

  it('has the status of the answer to a BYE', () => {
    const log = answeredCall()
      .sent({ start: 'BYE', sequence: 2, to: peer }, '0xa')
      .received({ start: 481, method: 'BYE', sequence: 2, to: peer }, '0xa')
      .state('0xa', 'CONFIRMED', 'DISCONNECTED');
    assert.equal(told(log).at(-1), 'ended 481 hung-up by local');
  });

  it('is missed when the caller gives up, and not when another phone took the call', () => {
    const given = (reason: readonly string[]): LogText =>
      ringingCall()
        .received({ start: 'CANCEL', from: peer, to: own, headers: reason })
        .sent({ start: 487, from: peer, to: own })
        .state('0xb', 'EARLY', 'DISCONNECTED');
    assert.equal(told(given([])).at(-1), 'ended 487 missed by remote');
    for (const reason of ['SIP;cause=200;text="Call completed elsewhere"', 'SIP;cause=487, Q.850;cause=26']) {
      assert.equal(told(given([`Reason: ${reason}`])).at(-1), 'ended 487 cancelled by remote', reason);
    }
  });

  it('is a call that was answered when it ends before that is acknowledged', () => {
    const log = ringingCall()
      .sent({ start: 200, from: peer, to: own, ...described('sendrecv') }, '0xb')
      .state('0xb', 'EARLY', 'CONNECTING')
      .received({ start: 'BYE', sequence: 2, from: peer, to: own }, '0xb')
      .state('0xb', 'CONNECTING', 'DISCONNECTED');
    assert.equal(told(log).at(-1), 'ended 200 hung-up by remote');
  });

  it('is not a CANCEL that crossed the answer', () => {
    const log = ringingCall()
      .sent({ start: 200, from: peer, to: own, ...described('sendrecv') }, '0xb')
      .received({ start: 'CANCEL', from: peer, to: own })
      .state('0xb', 'CONNECTING', 'CONFIRMED')
      .sent({ start: 'BYE', sequence: 2, from: own, to: peer }, '0xb')
      .received({ start: 200, method: 'BYE', sequence: 2, from: own, to: peer }, '0xb')
      .state('0xb', 'CONFIRMED', 'DISCONNECTED');
    assert.equal(told(log).at(-1), 'ended 200 hung-up by local');
  });

  it('is the refusal that crossed a CANCEL', () => {
    const busy = ringing()
      .sent({ start: 'CANCEL' })
      .received({ start: 486, to: peer }, '0xa')
      .received({ start: 481, method: 'CANCEL', to: peer })
      .state('0xa', 'EARLY', 'DISCONNECTED');
    assert.equal(told(busy).at(-1), 'ended 486 busy by remote');
    const declined = ringingCall()
      .sent({ start: 603, from: peer, to: own }, '0xb')
      .received({ start: 'CANCEL', from: peer, to: own })
      .state('0xb', 'EARLY', 'DISCONNECTED');
    assert.equal(told(declined).at(-1), 'ended 603 declined by local');
  });

  it('is not a CANCEL of something asked for within the call', () => {
    const log = answeredCall()
      .received({ start: 'INVITE', sequence: 7, from: peer, to: own, ...described('sendonly') }, '0xa')
      .received({ start: 'CANCEL', sequence: 7, from: peer, to: own })
      .sent({ start: 487, sequence: 7, from: peer, to: own }, '0xa')
      .sent({ start: 'BYE', sequence: 2, to: peer }, '0xa')
      .received({ start: 200, method: 'BYE', sequence: 2, to: peer }, '0xa')
      .state('0xa', 'CONFIRMED', 'DISCONNECTED');
    assert.deepEqual(told(log), [...answered, 'ended 200 hung-up by local']);
  });

  for (const [event, status] of [
    ['TIMER', 408],
    ['TRANSPORT_ERROR', 503],
  ] as const) {
    it(`has the status ${String(status)} when the other side is no longer there: ${event}`, () => {
      const asked = answeredCall()
        .sent({ start: 'UPDATE', sequence: 5, to: peer }, '0xa')
        .line('tsx0xc', `State changed from Calling to Terminated, event=${event}`)
        .state('0xa', 'CONFIRMED', 'DISCONNECTED');
      assert.equal(told(asked).at(-1), `ended ${String(status)} hung-up`);
      const left = answeredCall()
        .sent({ start: 'BYE', sequence: 5, to: peer }, '0xa')
        .line('tsx0xc', `State changed from Calling to Terminated, event=${event}`)
        .state('0xa', 'CONFIRMED', 'DISCONNECTED');
      assert.equal(told(left).at(-1), `ended ${String(status)} hung-up by local`);
    });
  }

  it('does not have the status of an answer that arrived too late', () => {
    const log = ringing()
      .received({ start: 200, to: peer, ...described('sendrecv') }, '0xa')
      .received({ start: 180, to: peer }, '0xa')
      .state('0xa', 'EARLY', 'CONNECTING')
      .state('0xa', 'CONNECTING', 'CONFIRMED');
    assert.equal(told(log).at(-1), 'active 200');
  });

  it('is declined when the phone refuses', () => {
    const log = ringingCall().sent({ start: 603, from: peer, to: own }).state('0xb', 'EARLY', 'DISCONNECTED');
    assert.equal(told(log).at(-1), 'ended 603 declined by local');
  });
});

describe('hold in a log', () => {
  const offer = (
    way: 'sent' | 'received',
    sequence: number,
    directions: readonly [string, string],
  ): LogText => {
    const log = new LogText();
    const [offered, answer] = directions;
    const request = { start: 'INVITE', sequence, to: peer, ...described(offered) };
    const response = { start: 200, sequence, to: peer, ...described(answer) };
    return way === 'sent'
      ? log.sent(request, '0xa').received(response, '0xa')
      : log.received(request, '0xa').sent(response, '0xa');
  };
  const after = (...offers: readonly LogText[]): readonly string[] =>
    told(offers.reduce((log, one) => log.raw(one.toString()), answeredCall())).slice(answered.length);

  it('is told of either side and of both', () => {
    assert.deepEqual(
      after(
        offer('sent', 2, ['sendonly', 'recvonly']),
        offer('received', 3, ['sendonly', 'inactive']),
        offer('sent', 4, ['recvonly', 'sendonly']),
        offer('received', 5, ['sendrecv', 'sendrecv']),
      ),
      ['held local', 'held both', 'held remote', 'active'],
    );
  });

  it('lasts through offers that leave it as it is', () => {
    assert.deepEqual(
      after(
        offer('received', 2, ['sendonly', 'recvonly']),
        offer('received', 3, ['sendonly', 'recvonly']),
        offer('sent', 4, ['sendrecv', 'sendonly']),
      ),
      ['held remote'],
    );
  });

  it('is told by the address 0.0.0.0 of old phones, and by a direction of the whole session', () => {
    const nowhere = described('', ['c=IN IP4 0.0.0.0']);
    const log = answeredCall()
      .received({ start: 'INVITE', sequence: 2, to: peer, ...nowhere }, '0xa')
      .sent({ start: 200, sequence: 2, to: peer, ...described('sendrecv') }, '0xa');
    assert.equal(told(log).at(-1), 'held remote');
    const wide = {
      headers: ['Content-Type: application/sdp'],
      body: 'v=0\r\na=sendonly\r\nm=audio 4000 RTP/AVP 8\r\n',
    };
    const session = answeredCall()
      .received({ start: 'UPDATE', sequence: 2, to: peer, ...wide }, '0xa')
      .sent({ start: 200, method: 'UPDATE', sequence: 2, to: peer, ...described('recvonly') }, '0xa');
    assert.equal(told(session).at(-1), 'held remote');
  });

  it('is told when the answer offers and the ACK answers', () => {
    const log = answeredCall()
      .received({ start: 'INVITE', sequence: 2, to: peer }, '0xa')
      .sent({ start: 200, sequence: 2, to: peer, ...described('sendrecv') }, '0xa')
      .received({ start: 'ACK', sequence: 2, to: peer, ...described('sendonly') }, '0xa');
    assert.equal(told(log).at(-1), 'held remote');
  });

  it('is not told of an offer that is refused', () => {
    const log = answeredCall()
      .sent({ start: 'INVITE', sequence: 2, to: peer, ...described('sendonly') }, '0xa')
      .received({ start: 491, sequence: 2, to: peer }, '0xa');
    assert.deepEqual(told(log), answered);
  });
});

describe('a transfer in a log', () => {
  const notify = (sequence: number, status: number): Parameters<LogText['sent']>[0] => ({
    start: 'NOTIFY',
    sequence,
    to: peer,
    headers: ['Event: refer', 'Content-Type: message/sipfrag;version=2.0'],
    body: `SIP/2.0 ${String(status)} Reason\r\n`,
  });

  it('is told at each step, of the side that asked for it', () => {
    const refer = {
      start: 'REFER',
      sequence: 5,
      to: peer,
      headers: ['Refer-To: <sip:400@pbx.test?Replaces=x>'],
    };
    const local = answeredCall()
      .sent(refer)
      .received({ start: 202, method: 'REFER', sequence: 5, to: peer })
      .received(notify(7, 180))
      .received(notify(7, 180))
      .received(notify(8, 200));
    assert.deepEqual(told(local).slice(answered.length), [
      'active transfer local 100',
      'active transfer local 180',
      'active transfer local 200',
    ]);
    assert.equal(calls(local).at(-1)?.transfer?.target, 'sip:400@pbx.test');

    const remote = answeredCall()
      .received(refer)
      .sent({ start: 202, method: 'REFER', sequence: 5, to: peer })
      .sent(notify(7, 486));
    assert.deepEqual(told(remote).slice(answered.length), [
      'active transfer remote 100',
      'active transfer remote 486',
    ]);
  });

  it('is told when it is refused', () => {
    const log = answeredCall()
      .sent({ start: 'REFER', sequence: 5, to: peer, headers: ['Refer-To: sip:400@pbx.test'] })
      .received({ start: 405, method: 'REFER', sequence: 5, to: peer });
    assert.equal(told(log).at(-1), 'active transfer local 405');
  });
});

describe('registration in a log', () => {
  const register = (log: LogText): LogText =>
    log
      .sent({ start: 'REGISTER', to: '"Ada" <sip:100@pbx.test>' })
      .received({ start: 401, method: 'REGISTER', to: `${own};tag=b` })
      .sent({ start: 'REGISTER', sequence: 2, to: own })
      .received({ start: 200, method: 'REGISTER', sequence: 2, to: `${own};tag=b` });
  const success =
    '"a: registration success, status=200 (OK)" <sip:100@pbx.test>: registration success, status=200 (OK), will re-register in 300 seconds';

  it('is told once, not each time it is renewed', () => {
    const log = register(new LogText().started()).line('pjsua_acc.c', success);
    register(log).line('pjsua_acc.c', success);
    register(log).line('pjsua_acc.c', '<sip:100@pbx.test>: unregistration success');
    assert.deepEqual(registrations(log), [
      'registered 200 sip:100@pbx.test',
      'unregistered 200 sip:100@pbx.test',
    ]);
  });

  it('is told without the messages, as when a log is read from its end', () => {
    const line =
      '"Ada" <sip:100@pbx.test:5070;transport=tcp>: registration success, status=200 (OK), will re-register in 1 seconds';
    assert.deepEqual(registrations(new LogText().line('pjsua_acc.c', line)), [
      'registered 200 sip:100@pbx.test',
    ]);
  });

  it('is refused, or fails before there is an answer', () => {
    const log = register(new LogText().started())
      .line('pjsua_acc.c', 'SIP registration failed, status=503 (Service Unavailable)')
      .line('pjsua_acc.c', 'SIP registration error: Network is unreachable (PJ_ERRNO_START_SYS+101)')
      .line('pjsua_acc.c', success)
      .line(
        'pjsua_acc.c',
        'Unable to create/send REGISTER: Unsupported transport (PJSIP_EUNSUPTRANSPORT) [status=171060]',
      );
    assert.deepEqual(registrations(log), [
      'refused 503 sip:100@pbx.test',
      'refused undefined sip:100@pbx.test',
      'registered 200 sip:100@pbx.test',
      'refused undefined sip:100@pbx.test',
    ]);
  });

  it('is refused for a wrong password with the status of the second request for it', () => {
    const challenged = (log: LogText, sequence: number): LogText =>
      log
        .sent({ start: 'REGISTER', sequence, to: own })
        .received({ start: 401, method: 'REGISTER', sequence, to: `${own};tag=b` });
    const log = challenged(challenged(new LogText().started(), 1), 2).line(
      'pjsua_acc.c',
      'SIP registration error: Too many stale retries (PJSIP_EAUTHSTALECOUNT) [status=171103]',
    );
    assert.deepEqual(registrations(log), ['refused 401 sip:100@pbx.test']);
  });

  it('that fails without an answer is of the account that asked, not of one that is answered late', () => {
    const other = { method: 'REGISTER', callId: 'call-2', to: '<sip:900@other.test>;tag=b' };
    const log = new LogText()
      .started()
      .sent({ start: 'REGISTER', to: own })
      .received({ start: 200, ...other })
      .line('pjsua_acc.c', 'SIP registration failed, status=503 (Connection refused)');
    assert.deepEqual(registrations(log), ['refused 503 sip:100@pbx.test']);
  });

  it('stays as it is when a second request for it was sent too early', () => {
    const log = register(new LogText().started())
      .line('pjsua_acc.c', success)
      .line('pjsua_acc.c', 'SIP registration error: Object is busy (PJSIP_EBUSY) [status=171001]')
      .line('pjsua_acc.c', 'Unable to create/send REGISTER: Object is busy (PJSIP_EBUSY) [status=171001]');
    assert.deepEqual(registrations(log), ['registered 200 sip:100@pbx.test']);
  });

  it('ends with its account, as when another one is chosen, though no answer is told then', () => {
    const leaving = (log: LogText): LogText =>
      log
        .line('pjsua_acc.c', 'Deleting account 1..')
        .line('pjsua_acc.c', 'Acc 1: setting unregistration..')
        .sent({ start: 'REGISTER', sequence: 3, to: own })
        .line('pjsua_acc.c', 'Acc 1: Unregistration sent')
        .line('pjsua_acc.c', 'Account id 1 deleted')
        .received({ start: 200, method: 'REGISTER', sequence: 3, to: `${own};tag=b` });
    const local = new LogText()
      .started()
      .line('pjsua_acc.c', 'Account <sip:192.0.2.10:5060> added with id 0')
      .line('pjsua_acc.c', 'Account "Ada" <sip:100@pbx.test> added with id 1');
    const another =
      '<sip:900@other.test>: registration success, status=200 (OK), will re-register in 60 seconds';
    const log = leaving(register(local).line('pjsua_acc.c', success))
      .line('pjsua_acc.c', 'Account <sip:900@other.test> added with id 1')
      .line('pjsua_acc.c', another)
      .line('pjsua_acc.c', 'Deleting account 0..')
      .line('pjsua_acc.c', 'Account id 0 deleted');
    assert.deepEqual(registrations(log), [
      'registered 200 sip:100@pbx.test',
      'unregistered undefined sip:100@pbx.test',
      'registered 200 sip:900@other.test',
    ]);
    assert.deepEqual(registrations(leaving(new LogText())), ['unregistered undefined sip:100@pbx.test']);
  });
});

describe('who calls, in a log', () => {
  const headers = ['P-Asserted-Identity: "Bob & Co" <sip:777@pbx.test>', 'Content-Type: application/sdp'];
  const from = '"Ada" <sip:200@pbx.test>';
  const who = (log: LogText, version?: string): readonly (string | undefined)[] => {
    const [first] = calls(log, version === undefined ? {} : { version });
    return [first?.number, first?.uri, first?.name];
  };

  it('depends on the version of MicroSIP (facts C.5)', () => {
    const log = ringingCall({ from, headers });
    assert.deepEqual(who(log, '3.21.6'), ['200', 'sip:200@pbx.test', 'Ada']);
    assert.deepEqual(who(log, '3.22.16'), ['777', 'sip:777@pbx.test', 'Bob & Co']);
    assert.deepEqual(who(log), ['777', 'sip:777@pbx.test', 'Bob & Co']);
  });

  it('depends on the version that the log names', () => {
    const log = new LogText().started().sent({ start: 'REGISTER', headers: ['User-Agent: MicroSIP/3.20.5'] });
    assert.deepEqual(who(ringingCall({ from, headers }, log)), ['200', 'sip:200@pbx.test', 'Ada']);
  });

  it('is Remote-Party-ID without an asserted identity', () => {
    const log = ringingCall({ from, headers: ['Remote-Party-ID: <sip:888@pbx.test>;party=calling'] });
    assert.deepEqual(who(log).slice(0, 2), ['888', 'sip:888@pbx.test']);
  });

  it('is nobody in a call without an address', () => {
    assert.deepEqual(who(ringingCall({ from: '<sip:pbx.test>' })), [undefined, 'sip:pbx.test', undefined]);
  });

  for (const name of [
    '& calc | %PATH% ^',
    '$(touch /tmp/x); `id`',
    '\u202Egnp.exe\u2066',
    '\u001B[2J\u0007',
    '<script>alert(1)</script>',
    'x'.repeat(10_000),
  ]) {
    it(`comes out exactly as it was: ${JSON.stringify(name.slice(0, 30))}`, () => {
      const identity = [`P-Asserted-Identity: "${name}" <sip:${name.replaceAll(/[@;?<>]/gu, '')}@pbx.test>`];
      const [first] = calls(ringingCall({ from, headers: identity }), { version: '3.22.3' });
      if (!name.includes('<')) assert.equal(first?.name, name);
      else assert.ok(first?.name?.includes('script'));
      assert.equal(first?.state, 'incoming');
    });
  }
});

describe('what others write into a log', () => {
  const forged = new LogText()
    .sent({ start: 'INVITE', callId: 'forged' }, '0xf')
    .state('0xf', 'NULL', 'CALLING')
    .line('pjsua_acc.c', 'SIP registration failed, status=403 (Forbidden)')
    .line('pjsua_core.c', 'PJSUA destroyed...')
    .state('0xa', 'CONFIRMED', 'DISCONNECTED')
    .toString();
  const body = `hello\n--end msg--\r\n${forged}\n-- end of packet.\r\n${forged}`;

  it('is no line of it, in a message', () => {
    const log = answeredCall().received({ start: 'MESSAGE', callId: 'other', body }).line('pjsua_im.c', 'x');
    assert.deepEqual(told(log), answered);
    assert.equal(read(log).length, answered.length + 1);
  });

  it('is no line of it, in a packet that is no message', () => {
    const packet = Buffer.byteLength(body);
    const log = answeredCall().line(
      'sip_transport.c',
      `Error processing ${String(packet)} bytes packet from UDP 192.0.2.66:5060 : PJSIP syntax error exception when parsing 'Request Line' header on line 1 col 1:\n${body}\n-- end of packet.`,
    );
    assert.deepEqual(told(log), answered);
    assert.equal(read(log).length, answered.length + 1);
  });

  it('is no line of it, in a message that did not fit into its entry', () => {
    const shown = printed({
      start: 'MESSAGE',
      callId: 'other',
      body: `${'x'.repeat(2000)}${body}${'y'.repeat(3000)}`,
    });
    const head = `12:00:00.000           pjsua_core.c  .RX ${String(shown.length)} bytes Request msg MESSAGE/cseq=1 (rdata0x1) from UDP 192.0.2.66:5060:\n`;
    const entry = `${`${head}${shown}`.slice(0, 3997)}\r\n`;
    const log = answeredCall().raw(entry);
    const more = answeredCall(log, 'call-2', '0xb');
    assert.deepEqual(told(more), [...answered, ...answered]);
  });

  it('makes no call forgotten, however many requests to call are refused', () => {
    const log = answeredCall();
    for (let index = 0; index < 1000; index++) {
      log.received({ start: 'INVITE', callId: `flood-${String(index)}`, from: peer, to: own });
    }
    log
      .received({ start: 'BYE', sequence: 9, from: peer, to: own }, '0xa')
      .state('0xa', 'CONFIRMED', 'DISCONNECTED');
    assert.deepEqual(told(log), [...answered, 'ended 200 hung-up by remote']);
  });

  it('ends no line of it: what follows a damaged message is read', () => {
    const damaged = answeredCall().toString().replace('TX 3', 'TX 9').replace('RX 3', 'RX 1');
    const log = answeredCall(new LogText().raw(damaged), 'call-2', '0xb');
    assert.deepEqual(told(log).slice(-3), answered);
    const cut = answeredCall().toString();
    const lost = answeredCall(new LogText().raw(`${cut.slice(0, 700)}\r\n`), 'call-2', '0xb');
    assert.deepEqual(told(lost).slice(-3), answered);
  });
});

describe('bytes of any kind', () => {
  const readIn = (pieces: readonly Uint8Array[]): readonly LogEvent[] => {
    const parser = new LogParser(LogCalendar.beginningOn(new Date(2026, 10, 22)));
    return [...pieces.flatMap((piece) => parser.push(piece)), ...parser.end()];
  };
  it('never make it fail', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 20 }), (pieces) => {
        assert.deepEqual(readIn(pieces), []);
      }),
      { numRuns: 300 },
    );
  });

  /** A genuine log, and places in it where bytes are taken away and others put in. */
  const damage = fc.record({
    name: fc.constantFrom(...genuineLogs.map(({ name }) => name)),
    places: fc.array(
      fc.record({
        place: fc.double({ min: 0, max: 1, noNaN: true }),
        removed: fc.nat(400),
        inserted: fc.oneof(
          fc.uint8Array({ maxLength: 40 }),
          fc
            .constantFrom(
              '\r\n',
              '12:00:00.000 ',
              '9 bytes ',
              '12:00:00.000 pjsua_core.c  .RX 70000 bytes Request msg INVITE/cseq=1 (rdata0x1) from \n',
            )
            .map((text) => Buffer.from(text)),
        ),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  });
  type Damage = typeof damage extends fc.Arbitrary<infer Value> ? Value : never;
  const damaged = ({ name, places }: Damage): Buffer => {
    const whole = genuineLogs.find((log) => log.name === name)?.bytes ?? Buffer.alloc(0);
    return places.reduce<Buffer>((log, { inserted, place, removed }) => {
      const at = Math.floor(place * log.length);
      return Buffer.concat([log.subarray(0, at), inserted, log.subarray(at + removed)]);
    }, whole);
  };

  it('give the same wherever they are cut, damaged as well', () => {
    fc.assert(
      fc.property(damage, fc.array(fc.nat(60_000), { maxLength: 30 }), (kind, cuts) => {
        const bytes = damaged(kind);
        const places = [
          0,
          ...cuts.filter((cut) => cut < bytes.length).sort((left, right) => left - right),
          bytes.length,
        ];
        const pieces = places.slice(1).map((end, index) => bytes.subarray(places[index], end));
        assert.deepEqual(readIn(pieces), readIn([bytes]));
      }),
      { numRuns: 200 },
    );
  });

  it('never give a call states that cannot follow each other', () => {
    const next: Readonly<Record<string, readonly string[]>> = {
      // Where the lines before are lost, any state can be the first.
      begin: ['calling', 'ringing', 'incoming', 'active', 'ended'],
      calling: ['ringing', 'active', 'ended'],
      ringing: ['ringing', 'active', 'ended'],
      incoming: ['incoming', 'active', 'ended'],
      active: ['active', 'held', 'ended'],
      held: ['active', 'held', 'ended'],
      ended: [],
    };
    fc.assert(
      fc.property(damage, damage, (first, second) => {
        const states = new Map<string, string>();
        for (const event of readIn([damaged(first), damaged(second)])) {
          if (event.type === 'stack') states.clear();
          if (event.type !== 'call') continue;
          const before = states.get(event.callId) ?? 'begin';
          assert.ok(next[before]?.includes(event.state), `${before} → ${event.state}`);
          const foreign = event.direction === 'incoming' ? ['calling', 'ringing'] : ['incoming'];
          assert.ok(!foreign.includes(event.state), `${event.direction} ${event.state}`);
          assert.equal(event.reason !== undefined, event.state === 'ended');
          assert.equal(event.heldBy !== undefined, event.state === 'held');
          states.set(event.callId, event.state);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('do not grow in memory: a line without an end, messages without an end', () => {
    const parser = new LogParser(LogCalendar.beginningOn(new Date(2026, 10, 22)));
    const piece = Buffer.alloc(1 << 20, 'x');
    const before = process.memoryUsage().arrayBuffers;
    for (let megabytes = 0; megabytes < 64; megabytes++) assert.deepEqual(parser.push(piece), []);
    for (const bytes of [60_000, 999_999_999]) {
      const announced = Buffer.from(
        `\n12:00:00.000           pjsua_core.c  .RX ${String(bytes)} bytes Request msg INVITE/cseq=1 (rdata0x1) from UDP 192.0.2.66:5060:\n`,
      );
      for (let megabytes = 0; megabytes < 16; megabytes++) {
        parser.push(announced);
        parser.push(piece);
      }
    }
    assert.ok(process.memoryUsage().arrayBuffers - before < 8 << 20);
    assert.equal(parser.push(answeredCall(new LogText().raw('\n')).toBytes()).length, 3);
  });

  it('that are no UTF-8 do not hide what is', () => {
    const log = ringingCall({ headers: ['Subject: x'] }).toBytes();
    const at = log.indexOf('Subject: x') + 'Subject: '.length;
    log[at] = 0xff;
    assert.deepEqual(told(log), ['incoming', 'incoming 180']);
  });
});
