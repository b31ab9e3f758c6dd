import assert from 'node:assert/strict';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import type { CommandEffect } from '../../../../sdk/src/phone-model/command-effect.ts';
import { dialling, effectsOf, messaging, refusal } from '../../../support/effects.ts';

const since3216 = ['3.21.6', '3.22.3', '3.22.16'] as const;

describe('msip: commands (facts A.3)', () => {
  const everywhere: readonly (readonly [string, CommandEffect])[] = [
    ['msip:minimize', { do: 'hideWindow' }],
    ['msip:answer', { do: 'answer' }],
    ['msip:hangupall', { do: 'hangupAllExceptIncoming' }],
    ['msip:hold', { do: 'hold', hasCall: false }],
    ['msip:micup', { do: 'volume', device: 'mic', dir: 'up' }],
    ['msip:micdown', { do: 'volume', device: 'mic', dir: 'down' }],
    ['msip:speakup', { do: 'volume', device: 'speaker', dir: 'up' }],
    ['msip:speakdown', { do: 'volume', device: 'speaker', dir: 'down' }],
    ['msip:transfer_102', { do: 'transferIgnored', number: '102' }],
  ];
  for (const [tail, effect] of everywhere) {
    it(`does "${effect.do}" for ${tail} in every version, without showing the window`, () => {
      for (const version of verifiedVersions) assert.deepEqual(effectsOf(version, tail), [effect]);
    });
  }

  for (const [word, device] of [
    ['mic', 'mic'],
    ['speak', 'speaker'],
  ] as const) {
    it(`mutes by msip:${word}mute since 3.21.6, toggles in 3.20.5`, () => {
      assert.deepEqual(effectsOf('3.20.5', `msip:${word}mute`), [{ do: 'muteToggle', device }]);
      for (const version of since3216) {
        assert.deepEqual(effectsOf(version, `msip:${word}mute`), [{ do: 'mute', device, on: true }]);
      }
    });

    it(`unmutes by msip:${word}unmute since 3.21.6; 3.20.5 dials it`, () => {
      for (const version of since3216) {
        assert.deepEqual(effectsOf(version, `msip:${word}unmute`), [{ do: 'mute', device, on: false }]);
      }
      assert.deepEqual(
        effectsOf('3.20.5', `msip:${word}unmute`),
        dialling(`${word}unmute`, `<sip:${word}unmute@pbx.test>`),
      );
    });

    it(`toggles by msip:${word}muteclick since 3.21.6; 3.20.5 dials it`, () => {
      for (const version of since3216) {
        assert.deepEqual(effectsOf(version, `msip:${word}muteclick`), [{ do: 'muteToggle', device }]);
      }
      assert.deepEqual(
        effectsOf('3.20.5', `msip:${word}muteclick`),
        dialling(`${word}muteclick`, `<sip:${word}muteclick@pbx.test>`),
      );
    });
  }

  it('dials anything else after the prefix', () => {
    for (const version of verifiedVersions) {
      for (const word of ['101', 'exit', 'hangup', 'dnd', 'status', 'show', 'MINIMIZE', 'hangupcalling']) {
        assert.deepEqual(effectsOf(version, `msip:${word}`), dialling(word, `<sip:${word}@pbx.test>`));
      }
    }
  });

  it('takes slash commands after the prefix', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, 'msip:/dtmf:5'), [{ do: 'dtmf', digits: '5' }]);
      assert.deepEqual(effectsOf(version, 'msip:/answer'), [{ do: 'answer' }]);
      assert.deepEqual(effectsOf(version, 'msip:///answer'), [{ do: 'answer' }]);
      assert.deepEqual(effectsOf(version, 'msip://answer'), dialling('answer', '<sip:answer@pbx.test>'));
    }
  });

  it('does nothing for the prefix alone', () => {
    for (const version of verifiedVersions) assert.deepEqual(effectsOf(version, 'msip:'), []);
  });

  it('knows the prefix in lower case and in front only: the rest is an invalid address (facts N, A.3)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, 'MSIP:answer'), refusal('MSIP:answer'));
      assert.deepEqual(effectsOf(version, 'tel:msip:x'), refusal('msip:x'));
    }
  });

  it('makes a message of a command with a word behind it (facts A.6)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, 'msip:hold x'), messaging('hold', 'x', '<sip:hold@pbx.test>'));
    }
  });

  it('only raises the window when a blank follows the prefix (facts N, A.6)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, 'msip: minimize'), [{ do: 'raise' }]);
    }
  });

  it('holds the call of the selected tab', () => {
    for (const version of verifiedVersions) {
      const effects = effectsOf(version, 'msip:hold', { calls: 1, selectedCall: '102@pbx.test' });
      assert.deepEqual(effects, [{ do: 'hold', hasCall: true }]);
    }
  });
});
