import assert from 'node:assert/strict';

import { hookKeys, type HookKey } from '../../../sdk/src/catalogue/hook.ts';
import { hookNamed, hooks } from '../../../sdk/src/catalogue/hooks.ts';
import { hookPlaceholders, hookSequences, hookValueForms } from '../../../sdk/src/catalogue/hook-values.ts';
import { supportIn } from '../../../sdk/src/catalogue/version.ts';

/** Written from facts C.1, apart from the catalogue: direction, thread, argument, support in 3.20.5. */
const expected: Readonly<Record<string, readonly [string, string, string, string]>> = {
  cmdOutgoingCall: ['outgoing', 'interface', 'user', 'yes'],
  cmdIncomingCall: ['incoming', 'sip', 'user', 'yes'],
  cmdCallRing: ['incoming', 'interface', 'user', 'yes'],
  cmdCallAnswer: ['incoming', 'interface', 'user', 'yes'],
  cmdCallAnswerVideo: ['incoming', 'interface', 'user', 'no'],
  cmdCallStart: ['both', 'interface', 'user', 'yes'],
  cmdCallBusy: ['both', 'interface', 'user-or-domain', 'yes'],
  cmdCallEnd: ['both', 'interface', 'user-or-domain', 'yes'],
};

describe('the hooks of the catalogue', () => {
  it('are those of the facts', () => {
    const actual = Object.fromEntries(
      hooks.map((hook) => [
        hook.key,
        [hook.direction, hook.blocks, hook.argument, hook.availability.verified['3.20.5']],
      ]),
    );
    assert.deepEqual(actual, expected);
    assert.deepEqual(
      hooks.map(({ key }) => key),
      [...hookKeys],
    );
  });

  it('are in every version since 3.21.6', () => {
    for (const hook of hooks) {
      for (const version of ['3.21.6', '3.22.3', '3.22.16']) {
        assert.equal(supportIn(hook.availability, version).support, 'yes', hook.key);
      }
    }
  });

  it('have placeholders in one key only, and not in 3.20.5', () => {
    const withPlaceholders = hooks.filter(({ placeholders }) => placeholders.verified['3.22.16'] === 'yes');
    assert.deepEqual(
      withPlaceholders.map(({ key, placeholders }) => [key, placeholders.verified['3.20.5']]),
      [['cmdOutgoingCall', 'no']],
    );
  });

  it('know the thirteen placeholders, and which of them are secret', () => {
    assert.deepEqual(
      hookPlaceholders.map(({ token }) => token),
      [
        '{server}',
        '{extension}',
        '{password}',
        '{md5_password}',
        '{duration}',
        '{time}',
        '{callid}',
        '{direction}',
        '{callerid}',
        '{user}',
        '{number}',
        '{domain}',
        '{name}',
      ],
    );
    assert.deepEqual(
      hookPlaceholders.filter(({ secret }) => secret).map(({ token }) => token),
      ['{password}', '{md5_password}'],
    );
  });

  it('fire at most one end for a call, and nothing after it', () => {
    for (const { course, hooks: fired } of hookSequences) {
      const ends = fired.filter((key) => key === 'cmdCallEnd' || key === 'cmdCallBusy');
      assert.ok(ends.length <= 1, course);
      if (ends.length === 1) assert.equal(fired.at(-1), ends[0], course);
    }
  });

  it('appear in some course of a call, every one of them', () => {
    const fired = new Set(hookSequences.flatMap((sequence) => sequence.hooks));
    assert.deepEqual([...fired].sort(), [...hookKeys].sort());
  });

  it('say of each way to write a value whether it works', () => {
    assert.deepEqual(
      hookValueForms.map(({ line, works }) => [line, works]),
      [
        ['cmdCallEnd=C:\\t\\ev.exe end', true],
        ['cmdCallEnd="C:\\My Tools\\ev.exe" end', true],
        ['cmdCallEnd=""C:\\My Tools\\ev.exe" end"', true],
        ['cmdCallEnd="C:\\My Tools\\ev.exe"', false],
        ['cmdCallEnd=" "', false],
      ],
    );
  });

  it('are found by key, and refused under a key that none has', () => {
    assert.equal(hookNamed('cmdCallRing').key, 'cmdCallRing');
    assert.throws(() => hookNamed('cmdCallIncoming' as HookKey), RangeError);
  });
});
