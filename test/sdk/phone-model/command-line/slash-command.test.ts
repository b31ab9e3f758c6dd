import assert from 'node:assert/strict';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import type { CommandEffect } from '../../../../sdk/src/phone-model/command-effect.ts';
import { dialling, effectsOf, messaging, refusal } from '../../../support/effects.ts';

const since3216 = ['3.21.6', '3.22.3', '3.22.16'] as const;

describe('slash commands (facts A.4)', () => {
  const everywhere: readonly (readonly [string, readonly CommandEffect[]])[] = [
    ['/answer', [{ do: 'answer' }]],
    ['/hangupall', [{ do: 'hangupAllExceptIncoming' }]],
    ['/hangupcalling', [{ do: 'hangupCalling' }]],
    ['/dtmf:12#', [{ do: 'dtmf', digits: '12#' }]],
    ['/dtmf:5?', [{ do: 'dtmf', digits: '5?' }]],
    ['/dtmf:', []],
    ['/transfer:102', [{ do: 'transferIgnored', number: '102' }]],
    ['/transfer:', []],
    ['/password:a b', [{ do: 'setPassword', value: 'a b' }]],
    ['/password:', []],
  ];
  for (const [tail, effects] of everywhere) {
    it(`answers ${tail} with ${effects.map((effect) => effect.do).join() || 'nothing'} in every version`, () => {
      for (const version of verifiedVersions) assert.deepEqual(effectsOf(version, tail), effects);
    });
  }

  it('rejects ringing calls by /hangupincoming since 3.21.6; 3.20.5 dials it', () => {
    for (const version of since3216) {
      assert.deepEqual(effectsOf(version, '/hangupincoming'), [{ do: 'hangupIncoming' }]);
    }
    assert.deepEqual(
      effectsOf('3.20.5', '/hangupincoming'),
      dialling('/hangupincoming', '<sip:/hangupincoming@pbx.test>'),
    );
  });

  it('sends a comma in /dtmf: as it stands (facts A.8)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/dtmf:1,2'), [{ do: 'dtmf', digits: '1,2' }]);
    }
  });

  for (const token of [
    '/hangup',
    '-hangup',
    '-answer',
    '-exit',
    '-minimize',
    '/hide',
    '/show',
    '/mute',
    '/hold',
    '/dnd',
    '/status',
    '/call:',
    '/video',
    '/register',
    '/log',
    '--help',
    '/?',
    '/i:x.ini',
    '/ANSWER',
    '/answer/',
  ]) {
    it(`dials ${token}, which no version knows`, () => {
      const effects = token === '/call:' ? refusal(token) : dialling(token, `<sip:${token}@pbx.test>`);
      for (const version of verifiedVersions) assert.deepEqual(effectsOf(version, token), effects);
    });
  }

  it('makes a message of a command with a word behind it', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/answer 1'), messaging('/answer', '1', '<sip:/answer@pbx.test>'));
    }
  });
});

describe('URL schemes (facts A.4, A.11)', () => {
  for (const scheme of ['tel:', 'sip:', 'callto:', 'TEL:', 'Sip:', 'CallTo:']) {
    it(`takes ${scheme} off in every version`, () => {
      for (const version of verifiedVersions) {
        assert.deepEqual(effectsOf(version, `${scheme}101`), dialling('101', '<sip:101@pbx.test>'));
      }
    });
  }

  for (const scheme of ['dial:', 'dialpad:', 'DialPad:']) {
    it(`takes ${scheme} off since 3.21.6; 3.20.5 dials it along`, () => {
      for (const version of since3216) {
        assert.deepEqual(effectsOf(version, `${scheme}101`), dialling('101', '<sip:101@pbx.test>'));
      }
      assert.deepEqual(
        effectsOf('3.20.5', `${scheme}101`),
        dialling(`${scheme}101`, `<sip:${scheme}101@pbx.test>`),
      );
    });
  }

  it('takes one scheme off, not two', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, 'sip:tel:101'), dialling('tel:101', '<sip:tel:101@pbx.test>'));
    }
  });

  it('does not know sips: and loses it in 3.22.16 (facts N, A.4)', () => {
    for (const version of ['3.20.5', '3.21.6', '3.22.3'] as const) {
      assert.deepEqual(effectsOf(version, 'sips:101'), dialling('sips:101', '<sip:sips:101@pbx.test>'));
    }
    assert.deepEqual(effectsOf('3.22.16', 'sips:101').at(-1), {
      do: 'call',
      number: 'sips:101',
      uri: '<sip:sips:101@pbx.test>',
      invite: '<sip:101@pbx.test>',
    });
  });

  it('does not take the Kelvin sign for a k or the long s for an s', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '\u017Fip:101'), refusal('\u017Fip:101'));
    }
  });

  it('drops // in front, and a slash at the end only with it', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, 'tel://101/'), dialling('101', '<sip:101@pbx.test>'));
      assert.deepEqual(effectsOf(version, '//101/'), dialling('101', '<sip:101@pbx.test>'));
      assert.deepEqual(effectsOf(version, 'tel:alice/'), dialling('alice/', '<sip:alice/@pbx.test>'));
    }
  });

  it('lets a link carry commands (facts A.11)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, 'tel:///hangupall/'), [{ do: 'hangupAllExceptIncoming' }]);
      assert.deepEqual(effectsOf(version, 'tel:/hangupall'), [{ do: 'hangupAllExceptIncoming' }]);
      assert.deepEqual(effectsOf(version, 'sip:/password:abc'), [{ do: 'setPassword', value: 'abc' }]);
      assert.deepEqual(effectsOf(version, 'callto:/account:1/password:x')[0], {
        do: 'accountSave',
        id: 1,
        password: 'x',
      });
    }
  });

  it('only raises the window for a scheme with nothing, or a blank, behind it (facts N, A.6)', () => {
    for (const version of verifiedVersions) {
      for (const tail of ['tel:', 'sip://', 'tel: 101', '" 101"', '" /answer"']) {
        assert.deepEqual(effectsOf(version, tail), [{ do: 'raise' }], tail);
      }
    }
  });

  it('ends in the modal error for other schemes with slashes, and for brackets and backslashes (facts N)', () => {
    for (const version of verifiedVersions) {
      for (const tail of ['https://x', '[101]', 'C:\\x.lnk', '\\answer']) {
        assert.deepEqual(effectsOf(version, tail), refusal(tail), tail);
      }
    }
  });
});
