import assert from 'node:assert/strict';

import type { PhoneAction } from '../../../sdk/src/action/phone-action.ts';
import { planAction } from '../../../sdk/src/action/plan-action.ts';
import { MicroSip } from '../../../sdk/src/microsip.ts';
import { standInPhone, type StandIn } from '../../support/windows/stand-in-phone.ts';
import { launchingSender } from './launching-sender.ts';

interface Expectation {
  readonly action: PhoneAction;
  /** What reaches the phone. */
  readonly texts: readonly string[];
  /** What the phone makes of it: what it did, and with what. */
  readonly effects: readonly (readonly [did: string, with_: string])[];
}

const expectations: readonly Expectation[] = [
  {
    action: { type: 'dial', target: '+1 (415) 555-2671' },
    texts: ['+14155552671'],
    effects: [['call', '+14155552671']],
  },
  {
    action: { type: 'hangup' },
    texts: ['/hangupall'],
    effects: [['hang up', 'all but ringing in']],
  },
  {
    action: { type: 'hangup', scope: 'calling' },
    texts: ['/hangupcalling'],
    effects: [['hang up', 'calling']],
  },
  {
    action: { type: 'hangup', scope: 'all' },
    texts: ['/hangupincoming', '/hangupall'],
    effects: [
      ['hang up', 'ringing in'],
      ['hang up', 'all but ringing in'],
    ],
  },
  { action: { type: 'answer' }, texts: ['/answer'], effects: [['answer', '']] },
  { action: { type: 'reject' }, texts: ['/hangupincoming'], effects: [['hang up', 'ringing in']] },
  { action: { type: 'transfer', target: '102' }, texts: ['/transfer:102'], effects: [['transfer', '102']] },
  { action: { type: 'dtmf', digits: '12#*A' }, texts: ['/dtmf:12#*A'], effects: [['dtmf', '12#*A']] },
  { action: { type: 'hold' }, texts: ['msip:hold'], effects: [['hold', '']] },
  {
    action: { type: 'mute', device: 'microphone', on: true },
    texts: ['msip:micmute'],
    effects: [['sound', 'micmute']],
  },
  {
    action: { type: 'mute', device: 'speaker', on: false },
    texts: ['msip:speakunmute'],
    effects: [['sound', 'speakunmute']],
  },
  {
    action: { type: 'volume', device: 'speaker', direction: 'up' },
    texts: ['msip:speakup'],
    effects: [['sound', 'speakup']],
  },
  {
    action: { type: 'volume', device: 'microphone', direction: 'down' },
    texts: ['msip:micdown'],
    effects: [['sound', 'micdown']],
  },
  { action: { type: 'account', number: 1 }, texts: ['/account:1'], effects: [] },
  { action: { type: 'minimize' }, texts: ['msip:minimize'], effects: [] },
];

const texts = expectations.flatMap((expectation) => expectation.texts);
const effects = expectations.flatMap((expectation) => expectation.effects);

function effectsOn(phone: StandIn): readonly (readonly [unknown, unknown])[] {
  return phone
    .records()
    .filter(({ what }) => what === 'effect')
    .map(({ did, with: what }) => [did, what]);
}

describe('every command, on Windows', () => {
  it('reaches the phone by its window, and does what it says', async () => {
    await using phone = standInPhone();
    await phone.start();
    await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
    for (const { action } of expectations) await microsip.perform(action);
    await phone.untilRecorded('window', { state: 'hidden' });
    assert.deepEqual(await phone.untilReceived(texts.length), texts);
    assert.deepEqual(effectsOn(phone), effects);
  });

  it('reaches it by starts of the program, where there is no other way', async () => {
    await using phone = standInPhone();
    await phone.start();
    const send = await launchingSender(phone);
    for (const { action } of expectations) {
      for (const commandLine of planAction(action).commandLines) await send(commandLine);
    }
    assert.deepEqual(await phone.untilReceived(texts.length), texts);
    assert.deepEqual(new Set(phone.received().map(({ by }) => by)), new Set(['message 1']));
    assert.deepEqual(effectsOn(phone), effects);
  }).timeout(180_000);

  it('starts the program, hides it in the tray, shows it again, and ends it', async () => {
    await using phone = standInPhone();
    await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
    const states = (): unknown[] =>
      phone
        .records()
        .filter(({ what }) => what === 'window')
        .map(({ state }) => state);

    assert.equal((await microsip.start({ minimized: true })).started, true);
    await phone.untilRecorded('stack');
    assert.deepEqual(states(), []);
    assert.equal((await microsip.start()).started, false);
    await microsip.minimize();
    await phone.untilRecorded('window', { state: 'hidden' });
    await microsip.exit();
    await phone.untilRecorded('over', { tail: '/minimized' });
    assert.deepEqual(states(), ['shown', 'hidden']);
    assert.equal((await microsip.status()).phone, 'not-running');
  });

  it('ends every version as that one is ended', async () => {
    for (const version of ['3.20.5', '3.21.6', '3.22.3', '3.22.16'] as const) {
      await using phone = standInPhone({ version });
      await phone.start();
      await using microsip = await MicroSip.connect({ backend: 'windows', executable: phone.executable });
      await microsip.dial('101');
      await phone.untilReceived(1);
      await microsip.exit();
      await phone.untilRecorded('over', { tail: '' });
      const dialled = phone.received().map(({ text }) => text);
      assert.deepEqual(dialled, ['101'], `${version} dialled the command to exit`);
    }
  }).timeout(180_000);
});
