import assert from 'node:assert/strict';
import fc from 'fast-check';
import { verifiedVersions, type VerifiedVersion } from '../../../../sdk/src/catalogue/version.ts';
import type { CommandEffect } from '../../../../sdk/src/phone-model/command-effect.ts';
import { interpretParked } from '../../../../sdk/src/phone-model/command-line/dial-number.ts';
import { dialling, effectsOf, messaging } from '../../../support/effects.ts';
import { vectorContext } from '../../../support/vectors.ts';

const since3216 = ['3.21.6', '3.22.3', '3.22.16'] as const;

describe('dialling (facts A.6)', () => {
  it('raises the window, remembers the number and calls', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '101'), dialling('101', '<sip:101@pbx.test>'));
    }
  });

  it('stays in the background with silent=1 in 3.21.6 only', () => {
    for (const version of verifiedVersions) {
      const raises = effectsOf(version, '101', { silent: true }).some((effect) => effect.do === 'raise');
      assert.equal(raises, version !== '3.21.6', version);
    }
  });

  it('parks the text while the account is not registered or not added', () => {
    for (const version of verifiedVersions) {
      for (const settings of [{ registered: false }, { accountAdded: false }]) {
        assert.deepEqual(effectsOf(version, '101', settings), [
          { do: 'raise' },
          { do: 'park', text: '101', later: dialling('101', '<sip:101@pbx.test>').slice(1) },
        ]);
      }
    }
  });

  it('calls at once without a server to register at', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(
        effectsOf(version, '101', { account1: { server: '' }, registered: false }),
        dialling('101', '<sip:101@pbx.test>'),
      );
    }
  });

  it('parks nothing for an empty text', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, 'tel:', { registered: false }), [{ do: 'raise' }]);
    }
  });

  it('dials a parked text as it stands when the registration returns', () => {
    for (const version of verifiedVersions) {
      const waiting = vectorContext(version, { registered: false, accountAdded: false });
      assert.deepEqual(interpretParked(waiting, '101'), dialling('101', '<sip:101@pbx.test>').slice(1));
      assert.deepEqual(interpretParked(waiting, ' 101'), []);
    }
  });

  it('sends what stands behind the first space as a chat message, and calls nobody', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '101 102'), messaging('101', '102', '<sip:101@pbx.test>'));
      assert.deepEqual(effectsOf(version, '+49 30 1234'), messaging('+49', '30 1234', '<sip:+49@pbx.test>'));
    }
  });

  it('takes the number of a message as it is: no prefix, no plan, no cleaning (facts N, A.6)', () => {
    for (const version of verifiedVersions) {
      const settings = { account1: { dialingPrefix: '0049', dialPlan: 'xxx' } };
      assert.deepEqual(
        effectsOf(version, '(030)1234 hi', settings),
        messaging('(030)1234', 'hi', '<sip:(030)1234@pbx.test>'),
      );
    }
  });

  it('says when the address of a message is none', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '"101" hello').at(-1), {
        do: 'message',
        number: '"101"',
        text: 'hello',
        uri: '<sip:"101"@pbx.test>',
        uriValid: false,
      });
    }
  });

  it('makes no message of spaces at the end', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '101 '), dialling('101', '<sip:101@pbx.test>'));
      assert.deepEqual(effectsOf(version, '"101  "'), dialling('101', '<sip:101@pbx.test>'));
    }
  });

  it('decodes %20 and %2B since 3.21.6, in this spelling and nothing else', () => {
    for (const version of since3216) {
      assert.deepEqual(effectsOf(version, '%2B4930'), dialling('+4930', '<sip:+4930@pbx.test>'));
      assert.deepEqual(effectsOf(version, '101%205'), dialling('101 5', '<sip:1015@pbx.test>'));
      assert.deepEqual(effectsOf(version, '%2b4930'), dialling('%2b4930', '<sip:%2b4930@pbx.test>'));
      assert.deepEqual(effectsOf(version, '%23100'), dialling('%23100', '<sip:%23100@pbx.test>'));
    }
    assert.deepEqual(effectsOf('3.20.5', '%2B4930'), dialling('%2B4930', '<sip:%2B4930@pbx.test>'));
  });

  it('remembers the number before anything is checked', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '<101>').slice(1), [
        { do: 'dialedAdd', number: '<101>' },
        { do: 'error', code: 'invalidUri' },
      ]);
    }
  });

  it('ignores a number in singleMode while there is a call, but still sends messages', () => {
    const busy = { calls: 1, selectedCall: '102@pbx.test' };
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '101', busy), [
        { do: 'raise' },
        { do: 'dialedAdd', number: '101' },
      ]);
      assert.deepEqual(
        effectsOf(version, '101', { ...busy, singleMode: false }),
        dialling('101', '<sip:101@pbx.test>'),
      );
      assert.deepEqual(effectsOf(version, '101 hi', busy), messaging('101', 'hi', '<sip:101@pbx.test>'));
    }
  });

  it('refuses an address of more than 900 bytes as too long', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '1'.repeat(1000)).at(-1), { do: 'error', code: 'uriTooLong' });
    }
  });
});

describe('dialling without a selected account (facts A.6, N)', () => {
  const local = (number: string, uri: string): readonly CommandEffect[] => [
    { do: 'raise' },
    { do: 'dialedAdd', number },
    { do: 'call', number, uri, local: true },
  ];
  const byFirstAccount = (number: string): readonly CommandEffect[] => [
    { do: 'raise' },
    { do: 'dialedAdd', number },
    { do: 'settingsSave', accountId: 1 },
    { do: 'register', accountId: 1 },
    { do: 'call', number, uri: `<sip:${number}@pbx.test>` },
  ];

  it('calls by the local account in 3.20.5', () => {
    assert.deepEqual(
      effectsOf('3.20.5', '0301234567', { accountId: 0 }),
      local('0301234567', '<sip:0301234567>'),
    );
  });

  it('activates account 1 for a telephone number since 3.21.6, and calls before it is registered', () => {
    for (const version of since3216) {
      assert.deepEqual(effectsOf(version, '0301234567', { accountId: 0 }), byFirstAccount('0301234567'));
    }
  });

  it('does so for short numbers too, but not in 3.22.16', () => {
    for (const version of ['3.21.6', '3.22.3'] as const) {
      assert.deepEqual(effectsOf(version, '101', { accountId: 0 }), byFirstAccount('101'));
    }
    assert.deepEqual(effectsOf('3.22.16', '101', { accountId: 0 }), local('101', '<sip:101>'));
  });

  it('shows the modal error and the account dialog when there is no account at all', () => {
    for (const version of since3216) {
      assert.deepEqual(effectsOf(version, '0301234567', { accountId: 0, accounts: {} }).slice(2), [
        { do: 'error', code: 'accountNotFound' },
        { do: 'openAccountDialog' },
      ]);
    }
  });

  it('stays with the local account when it is enabled', () => {
    for (const version of verifiedVersions) {
      const settings = { accountId: 0, enableLocalAccount: true, localDomain: 'lan.test' };
      assert.deepEqual(
        effectsOf(version, '0301234567', settings),
        local('0301234567', '<sip:0301234567@lan.test>'),
      );
    }
  });
});

describe('any command line', () => {
  const anyVersion = fc.constantFrom<VerifiedVersion[]>(...verifiedVersions);
  const anySettings = fc.record({
    stackReady: fc.boolean(),
    registered: fc.boolean(),
    accountAdded: fc.boolean(),
    singleMode: fc.boolean(),
    enableLocalAccount: fc.boolean(),
    calls: fc.nat(2),
    accountId: fc.nat(3),
    dialPlan: fc.oneof(fc.constant(''), fc.string()),
    dialingPrefix: fc.oneof(fc.constant(''), fc.string()),
  });
  const piece = fc.constantFrom(
    ...[
      '/account:',
      '/password:',
      'msip:',
      'tel:',
      'sip:',
      '//',
      '"',
      ' ',
      '@',
      '<',
      '>',
      ';',
      '?',
      ',',
      '%20',
    ],
    ...['/answer', '/dtmf:', '/transfer:', '101', '+49', '2', 'pbx.test', ';transport=tcp', '[::1]', ':5060'],
  );
  const anyTail = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.oneof(piece, fc.string()), { maxLength: 8 }).map((pieces) => pieces.join('')),
  );

  it('has effects, and never an exception', () => {
    fc.assert(
      fc.property(anyVersion, anySettings, anyTail, (version, settings, tail) => {
        const { dialPlan, dialingPrefix, ...others } = settings;
        const effects = effectsOf(version, tail, { ...others, account1: { dialPlan, dialingPrefix } });
        assert.ok(Array.isArray(effects));
      }),
      { numRuns: 2000 },
    );
  });

  it('makes exactly one call of a plain number, to that number', () => {
    const number = fc.stringMatching(/^[+]?[0-9*#]{4,20}$/u);
    fc.assert(
      fc.property(anyVersion, number, (version, dialled) => {
        assert.deepEqual(effectsOf(version, dialled), dialling(dialled, `<sip:${dialled}@pbx.test>`));
      }),
      { numRuns: 1000 },
    );
  });

  it('calls at most once', () => {
    fc.assert(
      fc.property(anyVersion, anyTail, (version, tail) => {
        const calls = effectsOf(version, tail).filter((effect) => effect.do === 'call');
        assert.ok(calls.length <= 1);
      }),
      { numRuns: 1000 },
    );
  });
});
