import assert from 'node:assert/strict';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import type { CommandEffect } from '../../../../sdk/src/phone-model/command-effect.ts';
import { dialling, effectsOf } from '../../../support/effects.ts';

const switching: readonly CommandEffect[] = [
  { do: 'unregister' },
  { do: 'settingsSave', accountId: 2 },
  { do: 'register', accountId: 2 },
  { do: 'raise' },
];

function parked(text: string, number: string): CommandEffect {
  const later = text.startsWith(' ') ? [] : dialling(number, `<sip:${number}@two.test>`).slice(1);
  return { do: 'park', text, later };
}

describe('/account: (facts A.5)', () => {
  function expects(tail: string, effects: readonly CommandEffect[]): void {
    for (const version of verifiedVersions) assert.deepEqual(effectsOf(version, tail), effects, tail);
  }

  it('switches: unregisters, saves the ini, registers, raises the window', () => {
    expects('/account:2', switching);
  });

  it('does nothing but raise the window for the account that is selected already', () => {
    expects('/account:1', [{ do: 'raise' }]);
  });

  it('empties the whole command when there is no such account', () => {
    expects('/account:3 101', [{ do: 'raise' }]);
    expects('/account:4294967298 101', [{ do: 'raise' }]);
  });

  it('takes an account without a domain for none (facts D.6)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/account:2 101', { account2: { domain: '' } }), [{ do: 'raise' }]);
    }
  });

  it('drops the token for zero or no number, and runs the rest on the account at hand', () => {
    for (const token of ['/account:0', '/account:abc', '/account:', '/account:-1']) {
      expects(`${token} 101`, dialling('101', '<sip:101@pbx.test>'));
    }
  });

  it('reads a number as the C runtime does: sign, leading zeros, rubbish behind, digits of other scripts', () => {
    for (const number of ['+2', '02', '2x', '２', '٢']) {
      expects(`/account:${number} 101`, [...switching, parked('101', '101')]);
    }
  });

  it('parks the rest until the account is registered', () => {
    expects('/account:2 101', [...switching, parked('101', '101')]);
    expects('101 /account:2', [...switching, parked('101', '101')]);
  });

  it('carries out a command at once', () => {
    expects('/account:2 /hangupall', [...switching.slice(0, -1), { do: 'hangupAllExceptIncoming' }]);
  });

  it('eats as many characters behind the token as stand before it', () => {
    expects('x/account:0 101', dialling('x01', '<sip:x01@pbx.test>'));
    expects('101 /account:2 xyz', [...switching, parked('101 ', '101')]);
  });

  it('eats the character before a token at the end (facts N, A.5)', () => {
    expects('101/account:2', [...switching, parked('10', '10')]);
    expects('tel:101/account:2', [...switching, parked('10', '10')]);
  });

  it('keeps a second blank, which empties the number when it is dialled later (facts N, A.5)', () => {
    expects('/account:2  101', [...switching, parked(' 101', '')]);
  });

  it('strips no scheme and reads no command in what is parked (facts N, A.5)', () => {
    expects('/account:2 tel:101', [...switching, parked('tel:101', 'tel:101')]);
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/account:2 /account:1 101').at(-1), {
        do: 'park',
        text: '/account:1 101',
        later: [{ do: 'message', number: '/account:1', text: '101', uri: '<sip:/account:1@two.test>' }],
      });
    }
  });

  it('sends a damaged command as a message later (facts N, A.5)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '101 /account:2 /answer').at(-1), {
        do: 'park',
        text: '101 wer',
        later: [{ do: 'message', number: '101', text: 'wer', uri: '<sip:101@two.test>' }],
      });
    }
  });

  it('opens the account dialog for an account without a user name', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/account:2', { account2: { username: '' } }), [
        { do: 'unregister' },
        { do: 'settingsSave', accountId: 2 },
        { do: 'openAccountDialog' },
        { do: 'raise' },
      ]);
    }
  });
});

describe('/account: with /password: (facts A.5)', () => {
  it('saves everything to the end of the text, spaces included, and dials nothing', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/account:2 /password:a b 101'), [
        { do: 'accountSave', id: 2, password: 'a b 101' },
        { do: 'raise' },
      ]);
    }
  });

  it('registers anew when the account is the selected one', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/account:1 /password:x'), [
        { do: 'accountSave', id: 1, password: 'x' },
        { do: 'unregister' },
        { do: 'register', accountId: 1 },
        { do: 'raise' },
      ]);
    }
  });

  it('saves an empty password when nothing follows (facts N, A.5)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/account:2 /password:')[0], {
        do: 'accountSave',
        id: 2,
        password: '',
      });
    }
  });

  it('takes the password as the in-memory one when no account is named', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '/account:0 /password:x 101'), [
        { do: 'setPassword', value: 'x 101' },
      ]);
    }
  });
});
