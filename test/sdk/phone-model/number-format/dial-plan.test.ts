import assert from 'node:assert/strict';
import fc from 'fast-check';
import { verifiedVersions } from '../../../../sdk/src/catalogue/version.ts';
import { applyDialPlan } from '../../../../sdk/src/phone-model/number-format/dial-plan.ts';
import { effectsOf, refusal } from '../../../support/effects.ts';

describe('dial plans (facts A.7)', () => {
  const rows: readonly (readonly [plan: string, number: string, dialled: string])[] = [
    ['xxx', '101', '101'],
    ['xxx', 'abc', 'abc'],
    ['xxx', '1010', ''],
    ['x.', '101@x.test', '101@x.test'],
    ['1xx|[2-8]xx', '199', '199'],
    ['1xx|[2-8]xx', '901', ''],
    ['(1xx|[2-8]xx)', '299', '299'],
    ['xx?x', '12', '12'],
    ['xx?x', '1234', ''],
    ['+x.', '+4930', '+4930'],
    ['+x.', '4930', ''],
    ['*xx', '*97', '*97'],
    ['<9:>xxx|xxxx', '9101', '101'],
    ['<0:0049>xxxxxxx.', '030123456', '004930123456'],
    ['<:+49>1xxxxx.', '1234567', '+491234567'],
    ['(<9:>xxx|xxxx)', '9101', '101'],
    ['\\d\\d\\d', '101', '101'],
    ['\\d\\d\\d', '*97', ''],
    ['((xxx))', '101', '101'],
    ['((1|2)xx)', '201', '201'],
    ['(1)(2)', '12', '12'],
    ['{xxx}', '101', '101'],
    ['|xxx', '101', '101'],
    ['x.|', '101', '101'],
    ['xxx|[', '101', '101'],
    ['xxx|[', '1010', ''],
    ['[]|[9', '9', ''],
    ['<a', '101', ''],
    ['(xxx', '101', ''],
    ['xxx)', '101', ''],
    ['.', '1', ''],
    ['\\', '\\', ''],
  ];
  for (const [plan, number, dialled] of rows) {
    it(`${plan} makes ${dialled === '' ? 'nothing' : dialled} of ${number}`, () => {
      assert.equal(applyDialPlan(plan, number), dialled);
    });
  }

  it('takes the first alternative that matches', () => {
    assert.equal(applyDialPlan('<9:1>xxx|<9:2>xxx', '9101'), '1101');
  });

  it('ends in the modal error when no alternative matches (facts N)', () => {
    for (const version of verifiedVersions) {
      assert.deepEqual(effectsOf(version, '1010', { account1: { dialPlan: 'xxx' } }), refusal('1010'));
    }
  });

  it('applies to names and to user@host too (facts N)', () => {
    for (const version of verifiedVersions) {
      const settings = { account1: { dialPlan: 'xxx' } };
      assert.deepEqual(effectsOf(version, '101@x.test', settings), refusal('101@x.test'));
    }
  });

  it('comes after the prefix', () => {
    for (const version of verifiedVersions) {
      const settings = { account1: { dialingPrefix: '0049', dialPlan: '0049x.' } };
      assert.deepEqual(effectsOf(version, '030123', settings).at(-1), {
        do: 'call',
        number: '030123',
        uri: '<sip:0049030123@pbx.test>',
      });
    }
  });

  it('answers every plan, whatever is in it', () => {
    const plan = fc.oneof(fc.string(), fc.stringMatching(/^[x.|<>:()[\]{}?\\d\-09+*]*$/u));
    fc.assert(
      fc.property(plan, fc.string(), (anyPlan, number) => {
        assert.equal(typeof applyDialPlan(anyPlan, number), 'string');
      }),
      { numRuns: 2000 },
    );
  });

  it('stays quick with a plan made to be slow', () => {
    assert.equal(applyDialPlan(`${'(x.).'.repeat(20)}y`, '1'.repeat(200)), '');
  });
});
