import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  lstatSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile, replaceFileSync } from '../../../sdk/src/settings/atomic-file.ts';
import { itOnPosix } from '../../support/mocha/platform-tests.ts';

describe('replacing a file as a whole', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atomic-file-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const ways: readonly (readonly [string, (path: string, content: Uint8Array) => Promise<void> | void])[] = [
    ['replaceFile', replaceFile],
    ['replaceFileSync', replaceFileSync],
  ];
  for (const [name, replace] of ways) {
    it(`${name} creates and replaces, and leaves nothing else behind`, async () => {
      const path = join(folder, 'a.ini');
      await replace(path, Buffer.from('one'));
      await replace(path, Buffer.from('two'));
      assert.equal(readFileSync(path, 'utf8'), 'two');
      assert.deepEqual(readdirSync(folder), ['a.ini']);
    });

    it(`${name} leaves nothing behind when the file cannot be replaced`, async () => {
      const path = join(folder, 'a.ini');
      mkdirSync(path);
      await assert.rejects(async () => {
        await replace(path, Buffer.from('new'));
      });
      assert.deepEqual(readdirSync(folder), ['a.ini']);
      assert.ok(statSync(path).isDirectory());
    });

    itOnPosix(`${name} keeps links and permissions`, async () => {
      const target = join(folder, 'real.ini');
      const link = join(folder, 'link.ini');
      writeFileSync(target, 'old');
      chmodSync(target, 0o640);
      symlinkSync(target, link);
      await replace(link, Buffer.from('new'));
      assert.ok(lstatSync(link).isSymbolicLink());
      assert.equal(readFileSync(target, 'utf8'), 'new');
      assert.equal(statSync(target).mode & 0o777, 0o640);
    });
  }
});
