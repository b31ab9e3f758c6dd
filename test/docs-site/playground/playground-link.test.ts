import assert from 'node:assert/strict';
import fc from 'fast-check';

import { playgroundLink } from '../../../docs-site/src/playground/playground-link.ts';
import {
  longestCommandLine,
  readPlaygroundLink,
} from '../../../docs-site/src/playground/session/read-playground-link.ts';
import { fittingSituation, situations } from '../../../docs-site/src/playground/session/situation.ts';
import { newestVerifiedVersion, verifiedVersions } from '../../../sdk/src/catalogue/version.ts';

function readLink(link: string) {
  return readPlaygroundLink(new URL(link, 'https://kit.test').search);
}

describe('a link into the playground', () => {
  it('is read as it was made', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-composite' }).filter((line) => !/\p{Cc}/u.test(line)),
        fc.constantFrom(...verifiedVersions),
        fc.constantFrom(...situations),
        (line, version, situation) => {
          assert.deepEqual(readLink(playgroundLink({ line, version, situation })), {
            asks: 'line',
            request: { line, version, situation },
          });
        },
      ),
    );
  });

  it('without version and situation is about the newest, where the command line does something', () => {
    assert.deepEqual(readLink(playgroundLink({ line: '/answer' })), {
      asks: 'line',
      request: { line: '/answer', version: newestVerifiedVersion, situation: 'ringing-in' },
    });
    assert.equal(fittingSituation('/hangupall', '3.22.16'), 'in-call');
    assert.equal(fittingSituation('-hangup', '3.22.16'), 'idle');
  });

  it('asks for nothing where there is no query', () => {
    assert.deepEqual(readPlaygroundLink(''), { asks: 'nothing' });
    assert.deepEqual(readPlaygroundLink('?'), { asks: 'nothing' });
  });

  for (const [what, search] of Object.entries({
    'a second line': '?line=1&line=2',
    'a key that it does not know': '?line=1&settings=x',
    'no line': '?version=3.22.16',
    'a version that was not read': '?line=1&version=3.22.9',
    'a property of every object for a situation': '?line=1&situation=constructor',
    'control characters': '?line=1%0d%0a2',
    'more than Windows passes on': `?line=${'1'.repeat(longestCommandLine + 1)}`,
  })) {
    it(`is refused with ${what}`, () => {
      assert.equal(readPlaygroundLink(search).asks, 'something-else');
    });
  }

  it('is never repeated by its refusal', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 12, unit: 'grapheme-ascii' }), (text) => {
        const read = readPlaygroundLink(`?version=${encodeURIComponent(text)}&line=1`);
        assert.ok(read.asks === 'something-else' && !read.problem.includes(text));
      }),
    );
  });

  it('takes every query without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (search) => {
        readPlaygroundLink(search);
        readPlaygroundLink(`?line=${search}`);
      }),
    );
  });
});
