import assert from 'node:assert/strict';

import type { CallState } from 'microsip-sdk';

import { actionLabel } from '../../../extension/src/status-bar/action-label.ts';
import { english } from '../../support/extension/english.ts';
import { aCall } from '../../support/extension/seen-phones.ts';

const active = aCall();
const onHold = aCall({ callId: '2', state: 'held', heldBy: 'local' });
const heldByOther = aCall({ callId: '3', state: 'held', heldBy: 'remote' });
const incoming = aCall({ callId: '4', direction: 'incoming', state: 'incoming' });

describe('what holding is called', () => {
  const labels: readonly (readonly [what: string, calls: readonly CallState[], label: string])[] = [
    ['a call that is talked on', [active, incoming], '$(debug-pause) Hold'],
    ['one that only the other side holds', [heldByOther], '$(debug-pause) Hold'],
    ['one that is on hold', [onHold, incoming], '$(debug-continue) Resume'],
    [
      'calls of both kinds, as MicroSIP takes the one in its selected tab',
      [active, onHold],
      '$(debug-pause) Hold or Resume',
    ],
    ['calls of which nobody tells', [], '$(debug-pause) Hold or Resume'],
  ];
  for (const [what, calls, label] of labels) {
    it(`says what comes of it with ${what}`, () =>
      assert.equal(actionLabel('holdOrResume', { calls }, english), label));
  }
});
