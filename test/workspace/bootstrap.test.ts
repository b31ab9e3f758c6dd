import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { chooseNode, findNpm, packagesState, tasks } from '../../bootstrap.mjs';

const root = path.join(import.meta.dirname, '../..');

describe('bootstrap: whether packages must be installed', () => {
  const lock = {
    packages: {
      '': { version: '0.1.0' },
      sdk: { version: '0.1.0' },
      'node_modules/execa': { version: '10.2.1' },
      'node_modules/microsip-sdk': { link: true },
      'node_modules/esbuild-for-another-platform': { version: '1.0.0', optional: true },
      'sdk/node_modules/nested': { version: '2.0.0' },
    },
  };
  const installed = {
    packages: {
      sdk: { version: '0.1.0' },
      'node_modules/execa': { version: '10.2.1' },
      'node_modules/microsip-sdk': { link: true },
      'sdk/node_modules/nested': { version: '2.0.0' },
    },
  };

  it('says missing where npm never ran', () => {
    assert.equal(packagesState(lock, undefined), 'missing');
  });

  it('says current where all is there but optional packages of other platforms', () => {
    assert.equal(packagesState(lock, installed), 'current');
  });

  it('says stale when a package is of another version', () => {
    const older = { packages: { ...installed.packages, 'node_modules/execa': { version: '9.0.0' } } };
    assert.equal(packagesState(lock, older), 'stale');
  });

  it('says stale when a package, a workspace or a nested package is missing', () => {
    for (const place of ['node_modules/execa', 'node_modules/microsip-sdk', 'sdk/node_modules/nested']) {
      const rest = Object.fromEntries(Object.entries(installed.packages).filter(([key]) => key !== place));
      assert.equal(packagesState(lock, { packages: rest }), 'stale', place);
    }
  });

  it('says stale when an optional package is of another version', () => {
    const packages = {
      ...installed.packages,
      'node_modules/esbuild-for-another-platform': { version: '0.9.0' },
    };
    assert.equal(packagesState(lock, { packages }), 'stale');
  });
});

describe('bootstrap: which Node runs a task', () => {
  const running = (version: string) => ({ path: '/usr/bin/node', version });

  it('takes the pinned one, whatever runs', () => {
    assert.deepEqual(chooseNode('/clone/node', running('v20.20.2')), { file: '/clone/node', flags: [] });
  });

  it('takes the running one where none is pinned and it is new enough', () => {
    assert.deepEqual(chooseNode(undefined, running('v24.1.0')), { file: '/usr/bin/node', flags: [] });
    assert.deepEqual(chooseNode(undefined, running('v22.18.0')), { file: '/usr/bin/node', flags: [] });
  });

  it('asks versions that strip types only on request to do so', () => {
    assert.deepEqual(chooseNode(undefined, running('v22.13.0'))?.flags, [
      '--experimental-strip-types',
      '--no-warnings',
    ]);
  });

  it('takes none that is too old', () => {
    for (const version of ['v22.12.0', 'v20.20.2', 'v18.0.0']) {
      assert.equal(chooseNode(undefined, running(version)), undefined, version);
    }
  });
});

describe('bootstrap: how npm is started', () => {
  const node = path.resolve('/opt/node/bin/node');
  const beside = path.join(path.dirname(node), '../lib/node_modules/npm/bin/npm-cli.js');

  it('takes the npm that runs it', () => {
    const npm = findNpm({ npm_execpath: '/somewhere/npm-cli.js' }, node, () => true);
    assert.deepEqual(npm, { file: node, arguments: ['/somewhere/npm-cli.js'] });
  });

  it('does not take another package manager for npm', () => {
    const npm = findNpm({ npm_execpath: '/somewhere/yarn.js' }, node, (file) => file === beside);
    assert.deepEqual(npm, { file: node, arguments: [beside] });
  });

  it('finds the one that came with Node on Windows', () => {
    const windows = path.join(path.dirname(node), 'node_modules/npm/bin/npm-cli.js');
    assert.deepEqual(findNpm({}, node, (file) => file === windows).arguments, [windows]);
  });

  it('leaves it to the PATH where there is no other', () => {
    assert.deepEqual(
      findNpm({}, node, () => false),
      { file: 'npm', arguments: [] },
    );
  });
});

describe('bootstrap: tasks', () => {
  it('lead to scripts that are there', () => {
    const missing = Object.values(tasks).filter((script) => !existsSync(path.join(root, script)));
    assert.deepEqual(missing, []);
  });

  it('are told to who asks for another, with exit code 2', () => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'bootstrap.mjs'), 'toString'], {
      encoding: 'utf8',
    });
    assert.equal(status, 2);
    assert.match(stderr, /^Usage: node bootstrap\.mjs start\|test\|/u);
  });
});
