import assert from 'node:assert/strict';

import fc from 'fast-check';

import { meantTarget, meantUnseen } from '../../../extension/src/asking/meant-target.ts';

const ada = { target: '101', words: 'Ada Lovelace 101' };

describe('whom a person means who presses Enter', () => {
  it('is who is marked while nothing is typed', () => {
    assert.equal(meantTarget({ typed: '', marked: ada, markedTyped: undefined }), '101');
    assert.equal(meantTarget({ typed: '  ', marked: undefined, markedTyped: undefined }), undefined);
  });

  it('is the number that was typed, even if another is marked that begins alike', () => {
    assert.equal(meantTarget({ typed: '10', marked: ada, markedTyped: '1' }), '10');
    assert.equal(meantTarget({ typed: '10', marked: undefined, markedTyped: undefined }), '10');
  });

  it('is who was marked after the number that was typed', () => {
    assert.equal(meantTarget({ typed: '10', marked: ada, markedTyped: '10' }), '101');
  });

  it('is who is found by the name that was typed', () => {
    for (const typed of ['ada', 'Ada Lovelace', 'adlv', 'lace'])
      assert.equal(meantTarget({ typed, marked: ada, markedTyped: undefined }), '101', typed);
  });

  it('is nobody who is marked from before the name was typed', () => {
    assert.equal(meantTarget({ typed: 'bob', marked: ada, markedTyped: undefined }), 'bob');
    assert.equal(meantTarget({ typed: 'Bob Byte', marked: ada, markedTyped: undefined }), undefined);
  });

  it('is nobody for what cannot be dialled', () => {
    assert.equal(
      meantTarget({ typed: '/hangupall', marked: undefined, markedTyped: '/hangupall' }),
      undefined,
    );
  });

  it('is what was typed or what is marked, whatever that is', () => {
    const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9+]{1,5}$/u));
    const offer = fc.option(fc.record({ target: text, words: text }), { nil: undefined });
    fc.assert(
      fc.property(text, offer, fc.option(text, { nil: undefined }), (typed, marked, markedTyped) => {
        const meant = meantTarget({ typed, marked, markedTyped });
        assert.ok(meant === undefined || meant === typed || meant === marked?.target);
        if (/^\d+$/u.test(typed) && markedTyped !== typed) assert.equal(meant, typed);
      }),
    );
  });
});

describe('whom a person means who presses Enter before the offers are there', () => {
  const bob = { target: '102', words: 'Bob Byte 102' };

  it('is the one whom the name can mean, though it could be dialled as it is', () => {
    assert.deepEqual(meantUnseen('ada', [bob, ada]), { target: '101', offer: ada });
    const again = { ...ada, words: 'Ada at home' };
    assert.deepEqual(meantUnseen('ada', [ada, again]), { target: '101', offer: ada });
  });

  it('is the user that was typed where the name means no one', () => {
    assert.deepEqual(meantUnseen('eve', [ada, bob]), { target: 'eve' });
    assert.equal(meantUnseen('Eve Mallory', [ada, bob]), undefined);
  });

  it('is nobody yet where it can mean several', () => {
    assert.equal(meantUnseen('b', [bob, { target: '103', words: 'Barb 103' }]), undefined);
  });
});
