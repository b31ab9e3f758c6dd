import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { roomTitleOf, roomTitles } from '../../../docs-site/sdk-reference/room-titles.mjs';

describe('the titles of the rooms', () => {
  it('are found for a file in a folder and for a file by itself, on every system', () => {
    assert.equal(roomTitleOf('events/hooks/hook-event.ts'), 'Calls and events');
    assert.equal(roomTitleOf('events\\hooks\\hook-event.ts'), 'Calls and events');
    assert.equal(roomTitleOf('microsip-error.ts'), 'Errors');
    assert.equal(roomTitleOf('microsip.ts'), 'The phone');
  });

  it('are missed aloud, so that a new room gets one', () => {
    assert.throws(() => roomTitleOf('attic/box.ts'), /No title in .*room-titles\.mjs for attic\/box\.ts/u);
    assert.throws(() => roomTitleOf(''), /No title/u);
  });

  it('are for rooms that there are', () => {
    const there = readdirSync(path.join(import.meta.dirname, '../../../sdk/src')).map((name) =>
      name.replace(/\.ts$/u, ''),
    );
    assert.deepEqual(
      Object.keys(roomTitles).filter((room) => !there.includes(room)),
      [],
    );
  });
});
