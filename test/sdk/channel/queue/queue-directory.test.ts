import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

import { claimQueueDirectory } from '../../../../sdk/src/channel/queue/queue-directory.ts';
import { temporaryDirectory, type TemporaryDirectory } from '../../../support/sdk/temporary-directory.ts';
import { itAsRoot, itOnPosix } from '../../../support/mocha/platform-tests.ts';

describe("the folder of an installation's queue", () => {
  let data: TemporaryDirectory;
  const claimed: string[] = [];
  beforeEach(() => {
    data = temporaryDirectory();
  });
  afterEach(() => {
    for (const directory of claimed.splice(0)) rmSync(directory, { recursive: true, force: true });
    data[Symbol.dispose]();
  });

  const claim = (dataDirectory: string): string => {
    const directory = claimQueueDirectory({ dataDirectory });
    claimed.push(directory);
    return directory;
  };

  it('is one for one data directory, however it is spelt', () => {
    const real = path.join(data.path, 'phone');
    mkdirSync(real);
    const directory = claim(real);
    assert.equal(claim(`${real}${path.sep}`), directory);
    assert.equal(claim(path.join(real, '..', 'phone')), directory);
    assert.equal(claim(path.relative(process.cwd(), real)), directory);
    assert.notEqual(claim(path.join(data.path, 'other')), directory);
  });

  itOnPosix('is one for a data directory that a link leads to', () => {
    const link = path.join(data.path, 'link');
    symlinkSync(data.path, link);
    assert.equal(claim(path.join(link, 'phone')), claim(path.join(data.path, 'phone')));
  });

  it('stays the same when the data directory comes into being', () => {
    const coming = path.join(data.path, 'phone');
    const before = claim(coming);
    mkdirSync(coming);
    assert.equal(claim(coming), before);
  });

  itOnPosix('is the same for a Windows path wherever this process stands', () => {
    const before = claim('C:\\Users\\ada\\MicroSIP');
    const cwd = process.cwd();
    process.chdir(data.path);
    try {
      assert.equal(claim('c:\\users\\ADA\\MicroSIP'), before);
    } finally {
      process.chdir(cwd);
    }
  });

  itOnPosix('is closed to other users, even when it was open before', () => {
    const directory = claim(data.path);
    assert.equal(statSync(directory).mode & 0o777, 0o700);
    chmodSync(directory, 0o777);
    claim(data.path);
    assert.equal(statSync(directory).mode & 0o777, 0o700);
  });

  itAsRoot('is there for users of containers, who stand in no list of users', async () => {
    const module = pathToFileURL(
      path.join(import.meta.dirname, '../../../../sdk/src/channel/queue/queue-directory.ts'),
    ).href;
    const code = `
      import { claimQueueDirectory } from ${JSON.stringify(module)};
      process.setuid(2_000_001);
      console.log(claimQueueDirectory({ dataDirectory: '/phone' }));`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', code]);
    const directory = stdout.trimEnd();
    claimed.push(path.dirname(directory));
    assert.equal(statSync(directory).uid, 2_000_001);
  });

  itAsRoot('is refused when somebody else was quicker', () => {
    const directory = claim(data.path);
    chownSync(directory, 2_000_001, 2_000_001);
    assert.throws(() => claim(data.path), { code: 'LAUNCH_FAILED', message: /belongs to somebody else/u });
  });

  it('is refused when something else has its name', () => {
    const directory = claim(data.path);
    rmSync(directory, { recursive: true });
    writeFileSync(directory, '');
    assert.throws(() => claim(data.path), { code: 'LAUNCH_FAILED', message: /in which commands queue up/u });
  });

  itOnPosix('is refused when it is a link, which may lead anywhere', () => {
    const directory = claim(data.path);
    rmSync(directory, { recursive: true });
    symlinkSync(data.path, directory);
    assert.throws(() => claim(data.path), { code: 'LAUNCH_FAILED', message: /is a link/u });
  });
});
