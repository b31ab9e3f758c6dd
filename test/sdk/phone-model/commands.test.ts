import assert from 'node:assert/strict';

import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { callsOf } from '../../../sdk/src/phone-model/phone-selectors.ts';
import { hooksOf, kindsOf, messagesOf, statesOf, testPhone, type TestPhone } from './phone-under-test.ts';

const severalCalls = { 'Settings.singleMode': '0' };

describe('commands and calls (facts A.3, A.4)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('/answer answers the first of the calls that ring here, and shows the window', () => {
        const phone = testPhone({ version, ini: severalCalls, tail: '/minimized' });
        const first = phone.ring('200');
        const second = phone.ring('201');
        phone.effects();
        phone.run('/answer');
        const effects = phone.effects();
        assert.deepEqual(statesOf(effects, first), ['CONNECTING', 'CONFIRMED']);
        assert.deepEqual(statesOf(effects, second), []);
        assert.equal(phone.state().mainWindow, 'shown');
      });

      const silences = version === '3.20.5' || version === '3.21.6';
      it(`with silent=1 /answer ${silences ? 'leaves the window hidden' : 'shows it all the same'} (facts G)`, () => {
        const phone = testPhone({ version, ini: { 'Settings.silent': '1' }, tail: '/minimized' });
        phone.ring('200');
        phone.run('/answer');
        assert.equal(phone.state().mainWindow, silences ? 'hidden' : 'shown');
      });

      it('calls that are over leave nothing behind, whoever ended them', () => {
        const phone = testPhone({ version, ini: severalCalls });
        phone.talk('101');
        phone.run('/hangupall');
        assert.deepEqual(phone.state().calls, []);
        const callId = phone.talk('102');
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(phone.state().calls, []);
      });

      it('/answer without a ringing call does nothing', () => {
        const phone = testPhone({ version });
        phone.talk('101');
        phone.effects();
        phone.run('/answer');
        assert.deepEqual(messagesOf(phone.effects()), []);
      });

      it('in singleMode /answer hangs up the other calls first, but none that only rings', () => {
        const phone = testPhone({ version });
        phone.talk('101');
        phone.ring('200');
        phone.ring('201');
        phone.effects();
        phone.run('/answer');
        assert.deepEqual(messagesOf(phone.effects()), ['BYE', 'RESPONSE 200']);
        assert.equal(callsOf(phone.state()).length, 2);
      });

      it('/hangupall ends all calls except those that only ring in', () => {
        const phone = testPhone({ version, ini: severalCalls });
        phone.talk('101');
        phone.dial('102');
        const ringing = phone.ring('200');
        phone.effects();
        phone.run('/hangupall');
        assert.deepEqual(messagesOf(phone.effects()), ['BYE', 'CANCEL']);
        assert.deepEqual(
          callsOf(phone.state()).map((call) => call.callId),
          [ringing],
        );
      });

      it('/hangupcalling ends calls of ours that are not answered, and spares those that are', () => {
        const phone = testPhone({ version, ini: severalCalls });
        const talking = phone.talk('101');
        const early = phone.dial('102');
        phone.feed({ type: 'far-end-ringing', callId: early });
        phone.dial('103');
        phone.effects();
        phone.run('/hangupcalling');
        assert.deepEqual(messagesOf(phone.effects()), ['CANCEL', 'CANCEL']);
        assert.deepEqual(
          callsOf(phone.state()).map((call) => call.callId),
          [talking],
        );
      });

      if (version === '3.20.5') {
        it('/hangupincoming is dialled', () => {
          const phone = testPhone({ version });
          phone.ring('200');
          phone.run('/hangupincoming');
          assert.ok(kindsOf(phone.effects()).includes('call'));
        });
      } else {
        it('/hangupincoming refuses every ringing call: 603, missed, CallEnd at once and never CallBusy', () => {
          const ini = {
            ...severalCalls,
            'Settings.cmdCallEnd': 'C:\\end.exe',
            'Settings.cmdCallBusy': 'C:\\busy.exe',
          };
          const phone = testPhone({ version, ini });
          phone.talk('101');
          phone.ring('200');
          phone.ring('201');
          phone.effects();
          phone.run('/hangupincoming');
          const effects = phone.effects();
          assert.deepEqual(messagesOf(effects), ['RESPONSE 603', 'RESPONSE 603']);
          assert.deepEqual(hooksOf(effects), ['cmdCallEnd 200', 'cmdCallEnd 201']);
          const rows = effects.flatMap((effect) => (effect.do === 'historyUpdate' ? [effect.row.type] : []));
          assert.deepEqual(rows, [2, 2]);
        });
      }

      it('/hangupincoming and /hangupall together hang up everything, in either order (facts A.10)', () => {
        const ends = version === '3.20.5' ? ['/hangupall'] : ['/hangupincoming', '/hangupall'];
        for (const order of [ends, ends.toReversed()]) {
          const phone = testPhone({ version, ini: severalCalls });
          const held = phone.talk('101');
          phone.talk('102');
          const early = phone.dial('103');
          phone.feed({ type: 'far-end-ringing', callId: early });
          phone.dial('104');
          const ringing = phone.ring('200');
          assert.equal(callsOf(phone.state()).find(({ callId }) => callId === held)?.heldByUs, true);
          for (const tail of order) phone.run(tail);
          // Nothing in 3.20.5 refuses a call that rings (facts K.15).
          assert.deepEqual(
            callsOf(phone.state()).map(({ callId }) => callId),
            version === '3.20.5' ? [ringing] : [],
          );
        }
      });

      it('msip:hold toggles the call in the selected tab, and only once it is CONFIRMED', () => {
        const phone = testPhone({ version });
        const callId = phone.dial('101');
        phone.effects();
        phone.run('msip:hold');
        assert.deepEqual(messagesOf(phone.effects()), []);
        phone.feed({ type: 'far-end-answered', callId });
        phone.run('msip:hold');
        phone.run('msip:hold');
        assert.deepEqual(messagesOf(phone.effects()), ['HOLD', 'RESUME']);
      });

      it('hold, DTMF and transfer go to the selected tab, not to a call one can name (facts K.16)', () => {
        const phone = testPhone({ version, ini: severalCalls });
        const first = phone.talk('101');
        phone.talk('102');
        phone.feed({ type: 'user-selects-call', callId: first });
        phone.run('msip:hold');
        phone.effects();
        phone.run('/transfer:300');
        const effects = phone.effects();
        assert.deepEqual(
          effects.flatMap((effect) => (effect.do === 'send' ? [effect.callId] : [])),
          [first],
        );
      });

      it('a second call puts the first on hold, and resuming it puts the second on hold', () => {
        const phone = testPhone({ version, ini: severalCalls });
        const first = phone.talk('101');
        phone.effects();
        const second = phone.talk('102');
        const held = (): readonly string[] =>
          phone
            .effects()
            .flatMap((effect) => (effect.do === 'held' ? [`${effect.callId} ${String(effect.held)}`] : []));
        assert.deepEqual(held(), [`${first} true`]);
        phone.feed({ type: 'user-selects-call', callId: first });
        phone.run('msip:hold');
        assert.deepEqual(held(), [`${second} true`, `${first} false`]);
      });
    });
  }
});

describe('mute and volume (facts A.3)', () => {
  for (const version of verifiedVersions) {
    it(`msip:micmute ${version === '3.20.5' ? 'toggles' : 'mutes and stays muted'} (${version})`, () => {
      const phone = testPhone({ version });
      phone.run('msip:micmute');
      assert.equal(phone.state().microphone.muted, true);
      phone.run('msip:micmute');
      assert.equal(phone.state().microphone.muted, version !== '3.20.5');
    });

    if (version !== '3.20.5') {
      it(`msip:speakunmute unmutes and stays so, msip:speakmuteclick toggles (${version})`, () => {
        const phone = testPhone({ version });
        const after = (tail: string): boolean => {
          phone.run(tail);
          return phone.state().speaker.muted;
        };
        assert.equal(after('msip:speakmuteclick'), true);
        assert.equal(after('msip:speakunmute'), false);
        assert.equal(after('msip:speakunmute'), false);
        assert.equal(after('msip:speakmuteclick'), true);
        assert.equal(after('msip:speakmuteclick'), false);
      });
    }

    it(`volume moves by 5 of 100 within its bounds, and a muted device only unmutes at first (${version})`, () => {
      const phone = testPhone({ version, ini: { 'Settings.volumeOutput': '98' } });
      phone.run('msip:speakup');
      assert.deepEqual(phone.state().speaker, { volume: 100, muted: false });
      phone.run('msip:speakmute');
      phone.run('msip:speakdown');
      assert.deepEqual(phone.state().speaker, { volume: 100, muted: false });
      phone.run('msip:speakdown');
      assert.deepEqual(phone.state().speaker, { volume: 95, muted: false });
      assert.equal(phone.state().settings.volumeOutput, 95);
    });
  }
});

describe('parking (facts A.5, A.6)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('a number waits for the registration, one only, and is then dialled, however late', () => {
        const phone = testPhone({ version, registered: false });
        phone.run('101');
        phone.run('102');
        assert.ok(!kindsOf(phone.effects()).includes('call'));
        assert.equal(phone.state().parked, '102');
        phone.wait(3 * 60 * 60 * 1000);
        phone.feed({ type: 'registration-answered', status: 200 });
        assert.deepEqual(messagesOf(phone.effects()), ['INVITE <sip:102@pbx.test>']);
        assert.equal(phone.state().parked, null);
      });

      it('a refused registration leaves it parked', () => {
        const phone = testPhone({ version, registered: false });
        phone.run('101');
        phone.feed({ type: 'registration-answered', status: 503 });
        assert.equal(phone.state().parked, '101');
      });

      for (const tail of [
        'tel:',
        'msip:sip:',
        '/account:9 102',
        '/account:1',
        '/account:2',
        '/account:2 /password:x',
      ]) {
        it(`${tail} leaves an empty text, which clears the place (facts A.5, A.6)`, () => {
          const phone = testPhone({ version, registered: false });
          phone.run('101');
          phone.run(tail);
          assert.equal(phone.state().parked, null);
        });
      }

      for (const tail of [
        '',
        '/minimized',
        'msip:',
        '/dtmf:',
        '/transfer:102',
        '/password:',
        '/account:2 /hangupall',
      ]) {
        it(`"${tail}" has no text to dial, and leaves the place alone (facts A.6)`, () => {
          const phone = testPhone({ version, registered: false });
          phone.run('101');
          phone.run(tail);
          assert.equal(phone.state().parked, '101');
        });
      }

      it('where numbers are dialled at once, an empty text clears nothing (facts A.6)', () => {
        const ini = { 'Account1.server': '' };
        const phone = testPhone({ version, ini, tail: '101', registered: false });
        phone.run('tel:');
        assert.equal(phone.state().parked, '101');
      });

      it('an empty text posted to the window clears the place too', () => {
        const phone = testPhone({ version, registered: false });
        phone.run('101');
        phone.feed({ type: 'command-line', tail: 'tel:', by: 'window-message' });
        assert.equal(phone.state().parked, null);
      });

      it('the number is in [Dialed] only when it is dialled', () => {
        const phone = testPhone({ version, registered: false });
        phone.run('101');
        assert.deepEqual(phone.state().dialled, []);
        phone.feed({ type: 'registration-answered', status: 200 });
        assert.deepEqual(phone.state().dialled, ['101']);
      });

      it('/account:2 101 unregisters, saves, registers and dials by the new account when it may', () => {
        const phone = testPhone({ version });
        phone.run('/account:2 101');
        assert.deepEqual(kindsOf(phone.effects()).slice(0, 4), [
          'unregister',
          'unregistered',
          'settingsSave',
          'register',
        ]);
        assert.equal(phone.state().settings.accountId, 2);
        phone.feed({ type: 'registration-answered', status: 200 });
        assert.deepEqual(messagesOf(phone.effects()), ['INVITE <sip:101@two.test>']);
      });

      it('/account:1 changes nothing when it is the active one', () => {
        const phone = testPhone({ version });
        phone.run('/account:1');
        assert.ok(!kindsOf(phone.effects()).includes('register'));
      });

      it('a number of the start is parked, because the account is added after it', () => {
        const phone = testPhone({ version, tail: '101', registered: false });
        assert.equal(phone.state().parked, '101');
        phone.feed({ type: 'registration-answered', status: 200 });
        assert.deepEqual(messagesOf(phone.effects()), ['INVITE <sip:101@pbx.test>']);
      });
    });
  }
});

describe('parking in silence (facts A.6)', () => {
  for (const version of ['3.20.5', '3.21.6'] as const) {
    it(`with silent=1 an empty text clears the place too (${version})`, () => {
      const phone = testPhone({ version, ini: { 'Settings.silent': '1' }, registered: false });
      phone.run('101');
      phone.run('tel:');
      assert.equal(phone.state().parked, null);
    });
  }
});

describe('dialling (facts A.6)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('singleMode with a call: the dial vanishes, but the number is in [Dialed] (facts K.4)', () => {
        const phone = testPhone({ version });
        phone.talk('101');
        phone.effects();
        phone.run('102');
        assert.deepEqual(messagesOf(phone.effects()), []);
        assert.deepEqual(phone.state().dialled, ['102', '101']);
      });

      it('a call that only rings in does not stop a dial in singleMode', () => {
        const phone = testPhone({ version });
        phone.ring('200');
        phone.effects();
        phone.run('102');
        assert.deepEqual(messagesOf(phone.effects()), ['INVITE <sip:102@pbx.test>']);
      });

      const inACall: readonly (readonly [which: string, begin: (phone: TestPhone) => string])[] = [
        ['that is not answered yet', (phone) => phone.dial('101')],
        ['that goes on', (phone) => phone.talk('101')],
        ['that rings here', (phone) => phone.ring('101')],
        [
          'that is on hold',
          (phone) => {
            const callId = phone.talk('101');
            phone.run('msip:hold');
            return callId;
          },
        ],
      ];
      for (const [which, begin] of inACall) {
        it(`a contact whose tab holds a call ${which} is silently not called until it is over (facts A.6 (9))`, () => {
          const phone = testPhone({ version, ini: severalCalls });
          const callId = begin(phone);
          phone.effects();
          phone.run('101');
          const effects = phone.effects();
          assert.deepEqual(
            kindsOf(effects).filter((kind) =>
              ['call', 'send', 'modal', 'hook', 'historyInsert'].includes(kind),
            ),
            [],
          );
          assert.equal(phone.state().dialled[0], '101', 'it is in [Dialed] all the same');
          phone.run('102');
          assert.ok(messagesOf(phone.effects()).includes('INVITE <sip:102@pbx.test>'), 'others are called');
          phone.feed({ type: 'user-hangs-up', callId });
          phone.effects();
          phone.run('101');
          assert.ok(messagesOf(phone.effects()).includes('INVITE <sip:101@pbx.test>'));
        });
      }

      it('text after a space becomes a chat message and no call (facts K.3)', () => {
        const phone = testPhone({ version });
        phone.run('101 102');
        const effects = phone.effects();
        assert.deepEqual(messagesOf(effects), ['MESSAGE <sip:101@pbx.test> 102']);
        assert.equal(callsOf(phone.state()).length, 0);
      });

      it('[Dialed] holds ten numbers, newest first', () => {
        const phone = testPhone({ version, ini: severalCalls });
        for (let number = 1; number <= 12; number++) phone.run(`9${String(number)}`);
        assert.deepEqual(phone.state().dialled, [
          '912',
          '911',
          '910',
          '99',
          '98',
          '97',
          '96',
          '95',
          '94',
          '93',
        ]);
      });

      it('Call-IDs follow the seed: the same run has the same, another run has others', () => {
        const dial = (seed: number): string => testPhone({ version, seed }).dial('101');
        assert.equal(dial(1), dial(1));
        assert.notEqual(dial(1), dial(2));
        assert.match(dial(3), /^[0-9a-f]{32}$/u);
      });
    });
  }
});

describe('DTMF (facts A.7, A.8)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('digits behind a comma: 1 s after the answer, each group 1000 + 200 × length ms after the one before', () => {
        const phone = testPhone({ version });
        const callId = phone.talk('101,12,345');
        phone.effects();
        assert.deepEqual(messagesOf(phone.wait(999)), []);
        assert.deepEqual(messagesOf(phone.wait(1)), ['DTMF 12']);
        assert.deepEqual(messagesOf(phone.wait(1399)), []);
        assert.deepEqual(messagesOf(phone.wait(1)), ['DTMF 345']);
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(phone.wait(60_000), []);
      });

      it('the queue ends with the call', () => {
        const phone = testPhone({ version });
        const callId = phone.talk('101,12');
        phone.feed({ type: 'far-end-hung-up', callId });
        assert.deepEqual(messagesOf(phone.wait(5000)), []);
      });

      it('/dtmf: is silent without a call, on an early call, on a held one and for what is no digit', () => {
        const phone = testPhone({ version });
        assert.deepEqual(messagesOf(phone.run('/dtmf:1')), []);
        const callId = phone.dial('101');
        assert.deepEqual(messagesOf(phone.run('/dtmf:1')), []);
        phone.feed({ type: 'far-end-answered', callId });
        assert.deepEqual(messagesOf(phone.run('/dtmf:1*#D')), ['DTMF 1*#D']);
        assert.deepEqual(messagesOf(phone.run('/dtmf:1,2')), []);
        phone.run('msip:hold');
        assert.deepEqual(messagesOf(phone.run('/dtmf:1')), []);
        phone.run('msip:hold');
        phone.feed({ type: 'far-end-held', callId, held: true });
        assert.deepEqual(messagesOf(phone.run('/dtmf:1')), []);
      });

      for (const [method, by] of [
        ['0', 'rfc2833'],
        ['1', 'in-band'],
        ['2', 'rfc2833'],
        ['3', 'info'],
      ] as const) {
        it(`DTMFMethod=${method} sends digits by ${by}${by === 'in-band' ? ', 16 of them' : ''} (facts A.8)`, () => {
          const phone = testPhone({ version, ini: { 'Settings.DTMFMethod': method } });
          phone.talk('101');
          phone.effects();
          phone.run('/dtmf:12345678901234567890');
          assert.deepEqual(
            phone.effects().flatMap((effect) => (effect.do === 'send' ? [effect.message] : [])),
            [{ method: 'DTMF', by, digits: by === 'in-band' ? '1234567890123456' : '12345678901234567890' }],
          );
        });
      }

      it('a trailing ? offers the digits; further ones are ignored until they are sent', () => {
        const phone = testPhone({ version });
        phone.talk('101');
        assert.deepEqual(messagesOf(phone.run('/dtmf:12?')), []);
        assert.deepEqual(messagesOf(phone.run('/dtmf:3')), []);
        assert.deepEqual(messagesOf(phone.feed({ type: 'user-sends-digits' })), ['DTMF 12']);
        assert.deepEqual(messagesOf(phone.run('/dtmf:3')), ['DTMF 3']);
      });
    });
  }
});

describe('offered digits (facts A.8)', () => {
  for (const version of verifiedVersions) {
    it(`are gone with the call, and stand in the way of no later ones (${version})`, () => {
      const phone = testPhone({ version });
      const callId = phone.talk('101');
      phone.run('/dtmf:12?');
      phone.feed({ type: 'far-end-hung-up', callId });
      phone.talk('102');
      assert.deepEqual(messagesOf(phone.run('/dtmf:3')), ['DTMF 3']);
    });
  }
});

describe('transfer (facts A.9)', () => {
  for (const version of verifiedVersions) {
    describe(version, () => {
      it('without a call it does nothing', () => {
        const phone = testPhone({ version });
        phone.run('/transfer:102');
        assert.deepEqual(messagesOf(phone.effects()), []);
      });

      const byDtmf = version !== '3.20.5';
      it(`enableFeatureCodeBT: ${byDtmf ? 'DTMF instead of REFER' : 'unknown, REFER'}`, () => {
        const phone = testPhone({ version, ini: { 'Settings.enableFeatureCodeBT': '1' } });
        phone.talk('101');
        phone.effects();
        phone.run('/transfer:102');
        assert.deepEqual(messagesOf(phone.effects()), [byDtmf ? 'DTMF ##102' : 'REFER <sip:102@pbx.test>']);
      });

      const refused = version === '3.22.16';
      it(`to the remote side itself: ${refused ? 'a balloon' : 'REFER all the same'} (facts N)`, () => {
        const phone = testPhone({ version });
        phone.talk('101');
        phone.effects();
        phone.run('/transfer:101');
        const effects = phone.effects();
        assert.equal(kindsOf(effects).includes('balloon'), refused);
        assert.deepEqual(messagesOf(effects), refused ? [] : ['REFER <sip:101@pbx.test>']);
      });

      it('when the target has answered, the call ends; when it refused, the call goes on', () => {
        const phone = testPhone({ version });
        const callId = phone.talk('101');
        phone.run('/transfer:102');
        phone.feed({ type: 'transfer-answered', callId, status: 486 });
        assert.equal(callsOf(phone.state()).length, 1);
        phone.feed({ type: 'transfer-answered', callId, status: 200 });
        assert.equal(callsOf(phone.state()).length, 0);
      });
    });
  }
});
