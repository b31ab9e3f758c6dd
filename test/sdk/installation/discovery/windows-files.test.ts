import assert from 'node:assert/strict';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

import sinon from 'sinon';

import { factsOf } from '../../../../sdk/src/installation/discovery/windows-files.ts';

describe('a look at a file', () => {
  const { signal } = new AbortController();
  let clock: sinon.SinonFakeTimers;
  let stat: sinon.SinonStub;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    stat = sinon.stub(fs, 'stat');
    syncBuiltinESMExports();
  });
  afterEach(() => {
    clock.restore();
    stat.restore();
    syncBuiltinESMExports();
  });

  it('finds nothing where a server does not answer in time', async () => {
    const looking = factsOf(import.meta.filename, signal);
    clock.tick(2000);
    assert.equal(await looking, undefined);
  });

  it('takes what was answered while this process stood still, as on a machine that slept', async () => {
    const there = fs.statSync(import.meta.filename, { bigint: true });
    stat.callsFake((_file: string, _options: object, done: (error: null, found: typeof there) => void) => {
      setImmediate(done, null, there);
    });
    const looking = factsOf(import.meta.filename, signal);
    clock.tick(2000);
    assert.equal((await looking)?.kind, 'file');
  });
});
