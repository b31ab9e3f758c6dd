import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { glob, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const sdk = path.join(import.meta.dirname, '../../../sdk');

describe('the built command', () => {
  it('loads what was built, nowhere the TypeScript it was built from', async () => {
    let files = 0;
    for await (const file of glob('**/*.js', { cwd: path.join(sdk, 'dist') })) {
      files++;
      const source = await readFile(path.join(sdk, 'dist', file), 'utf8');
      // What is only looked up when a command runs would fail then, and not before.
      assert.doesNotMatch(
        source,
        /^(?!\s*(?:\*|\/\/)).*(?:import\(|from )['"]\.{1,2}\/[^'"]*\.ts['"]/mu,
        file,
      );
    }
    assert.notEqual(files, 0, 'Build it first: npm run build');
  });

  it('makes one argument of a number as people write it', async () => {
    const bin = path.join(sdk, 'bin', 'microsip.js');
    const { stdout } = await promisify(execFile)(process.execPath, [
      bin,
      'dial',
      '+1 (415) 555-2671',
      '--dry-run',
    ]);
    assert.match(stdout, /microsip\.exe \+14155552671\n$/u);
  });

  it('keeps compiled code in a folder of the user, not where every user may write', async () => {
    const home = await mkdtemp(path.join(tmpdir(), 'microsip-home-'));
    try {
      const { NODE_COMPILE_CACHE: _, ...env } = process.env;
      await promisify(execFile)(
        process.execPath,
        [path.join(sdk, 'bin', 'microsip.js'), 'dial', '101', '--dry-run'],
        {
          env: {
            ...env,
            HOME: home,
            XDG_CACHE_HOME: path.join(home, 'cache'),
            LOCALAPPDATA: path.join(home, 'cache'),
          },
        },
      );
      assert.equal((await readdir(path.join(home, 'cache/microsip-devkit/compiled'))).length, 1);
    } finally {
      await rm(home, { recursive: true, force: true });
    }
  });
});
