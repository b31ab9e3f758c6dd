import assert from 'node:assert/strict';

import fc from 'fast-check';

import type { HangupScope, PhoneAction } from '../../../sdk/src/action/phone-action.ts';
import { planAction } from '../../../sdk/src/action/plan-action.ts';
import { verifiedVersions } from '../../../sdk/src/catalogue/version.ts';
import { MicroSipError } from '../../../sdk/src/microsip-error.ts';
import { effectsOf } from '../../support/effects.ts';

const commandLines = (action: PhoneAction, version?: string): readonly string[] =>
  planAction(action, { version }).commandLines;

describe('the command lines of an action', () => {
  const table: readonly (readonly [PhoneAction, readonly string[]])[] = [
    [{ type: 'dial', target: '+1 (415) 555-2671' }, ['+14155552671']],
    [{ type: 'answer' }, ['/answer']],
    [{ type: 'reject' }, ['/hangupincoming']],
    [{ type: 'hangup' }, ['/hangupall']],
    [{ type: 'hangup', scope: 'talking' }, ['/hangupall']],
    [{ type: 'hangup', scope: 'calling' }, ['/hangupcalling']],
    [{ type: 'hangup', scope: 'incoming' }, ['/hangupincoming']],
    [{ type: 'hangup', scope: 'all' }, ['/hangupincoming', '/hangupall']],
    [{ type: 'transfer', target: '102' }, ['/transfer:102']],
    [{ type: 'dtmf', digits: '12#*aD' }, ['/dtmf:12#*AD']],
    [{ type: 'hold' }, ['msip:hold']],
    [{ type: 'mute', device: 'microphone', on: true }, ['msip:micmute']],
    [{ type: 'mute', device: 'microphone', on: false }, ['msip:micunmute']],
    [{ type: 'mute', device: 'speaker', on: true }, ['msip:speakmute']],
    [{ type: 'mute', device: 'speaker', on: false }, ['msip:speakunmute']],
    [{ type: 'volume', device: 'microphone', direction: 'up' }, ['msip:micup']],
    [{ type: 'volume', device: 'microphone', direction: 'down' }, ['msip:micdown']],
    [{ type: 'volume', device: 'speaker', direction: 'up' }, ['msip:speakup']],
    [{ type: 'volume', device: 'speaker', direction: 'down' }, ['msip:speakdown']],
    [{ type: 'account', number: 2 }, ['/account:2']],
    [{ type: 'start' }, ['']],
    [{ type: 'start', minimized: true }, ['/minimized']],
    [{ type: 'minimize' }, ['msip:minimize']],
    [{ type: 'exit' }, ['/exit']],
  ];
  for (const [action, expected] of table) {
    it(`of ${JSON.stringify(action)} are ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(commandLines(action), expected);
    });
  }

  it('are never dialled, whatever the action and the version, unless it is to dial', () => {
    for (const version of verifiedVersions) {
      for (const [action] of table) {
        if (action.type === 'dial' || action.type === 'start') continue;
        for (const line of supportedLines(action, version)) {
          const effects = effectsOf(version, line).map((effect) => effect.do);
          assert.ok(!effects.includes('call') && !effects.includes('message'), `${version} dials ${line}`);
        }
      }
    }
  });

  it('only dial and start where no phone runs', () => {
    const started = table
      .filter(([action]) => !planAction(action).needsRunningPhone)
      .map(([{ type }]) => type);
    assert.deepEqual(started, ['dial', 'start', 'start']);
  });
});

function supportedLines(action: PhoneAction, version: string): readonly string[] {
  try {
    return commandLines(action, version);
  } catch (error) {
    if (error instanceof MicroSipError && error.code === 'UNSUPPORTED') return [];
    throw error;
  }
}

describe('an action that a version cannot do', () => {
  const missing: readonly PhoneAction[] = [
    { type: 'reject' },
    { type: 'hangup', scope: 'incoming' },
    { type: 'hangup', scope: 'all' },
    { type: 'mute', device: 'microphone', on: true },
    { type: 'mute', device: 'microphone', on: false },
    { type: 'mute', device: 'speaker', on: true },
    { type: 'mute', device: 'speaker', on: false },
  ];
  for (const action of missing) {
    it(`is refused, saying since when it can be done: ${JSON.stringify(action)}`, () => {
      assert.throws(() => planAction(action, { version: '3.20.5' }), {
        code: 'UNSUPPORTED',
        message: /3\.20\.5 .* since 3\.21\.6/u,
      });
      for (const version of ['3.21.6', '3.22.3', '3.22.16', '4.0.0']) {
        assert.deepEqual(planAction(action, { version }).remarks, []);
      }
    });
  }

  it('is let through with a remark where nobody knows', () => {
    const { commandLines: lines, remarks } = planAction({ type: 'reject' }, { version: '3.21.0' });
    assert.deepEqual(lines, ['/hangupincoming']);
    assert.equal(remarks.length, 1);
    assert.match(remarks[0] ?? '', /3\.21\.0 .* not known/u);
  });

  it('says the same thing once, even when it holds for two command lines', () => {
    const scope: HangupScope = 'all';
    assert.equal(planAction({ type: 'hangup', scope }, { version: '3.21.0' }).remarks.length, 1);
  });
});

describe('an action with an argument', () => {
  it('is refused when the target is', () => {
    for (const target of ['/resetnoask', 'tel:/hangupall', 'msip:exit', '100 /account:2', '101\n102', '']) {
      assert.throws(() => planAction({ type: 'dial', target }), { code: 'TARGET_REFUSED' });
      assert.throws(() => planAction({ type: 'transfer', target }), { code: 'TARGET_REFUSED' });
    }
  });

  it('hands on what is worth knowing about the target', () => {
    assert.match(planAction({ type: 'dial', target: '+49 (0)30 123' }).remarks.join(), /\(0\)/u);
  });

  it('refuses keys after a transfer, which MicroSIP would cut off', () => {
    for (const target of ['101,5', 'tel:+49-30-123;ext=5']) {
      assert.throws(() => planAction({ type: 'transfer', target }), {
        code: 'TARGET_REFUSED',
        message: /no keys after the answer/u,
      });
    }
  });

  it('refuses what is no DTMF, and says what is wrong', () => {
    const complaints: readonly (readonly [string, RegExp])[] = [
      ['', /no digits/u],
      ['1,2', /comma is no pause/u],
      ['12?', /instead of sending/u],
      ['E', /no DTMF digits/u],
      ['1 2', /no DTMF digits/u],
      ['1'.repeat(257), /More than 256/u],
    ];
    for (const [digits, message] of complaints) {
      assert.throws(() => planAction({ type: 'dtmf', digits }), { code: 'INVALID_ARGUMENT', message });
    }
  });

  it('takes no DTMF but digits, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (digits) => {
        try {
          const [line] = commandLines({ type: 'dtmf', digits });
          assert.match(line ?? '', /^\/dtmf:[0-9*#A-D]{1,256}$/u);
        } catch (error) {
          assert.ok(error instanceof MicroSipError && error.code === 'INVALID_ARGUMENT');
        }
      }),
    );
  });

  it('tells of the limit of in-band DTMF from the 17th digit on (facts A.8)', () => {
    assert.deepEqual(planAction({ type: 'dtmf', digits: '1'.repeat(16) }).remarks, []);
    assert.match(planAction({ type: 'dtmf', digits: '1'.repeat(17) }).remarks.join(), /only 16 digits/u);
  });

  for (const number of [0, -1, 1.5, NaN, Infinity, 1000]) {
    it(`refuses the account ${number}, which MicroSIP would take for none (facts A.5)`, () => {
      assert.throws(() => planAction({ type: 'account', number }), { code: 'INVALID_ARGUMENT' });
    });
  }
});
