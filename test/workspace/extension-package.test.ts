import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { readVSIXPackage } from '@vscode/vsce/out/zip.js';
const extension = path.join(import.meta.dirname, '../../extension');

const manifest = JSON.parse(readFileSync(path.join(extension, 'package.json'), 'utf8')) as {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
  };
};

/** What a workspace may set, and why that does no harm. */
const settingsOfWorkspaces: Readonly<Record<string, string>> = {
  'microsip.numbers.region': 'tells numbers from other digits; what is dialled is what is written',
  'microsip.numbers.languages': 'only adds and takes away links, which ask before they dial',
};

/** Someone on a train should be able to install it. */
const largestBytes = 500_000;

describe('the extension as a package', function () {
  this.timeout(60_000);

  let folder: string;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'microsip-vsix-'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('keeps the licences of what it brings along', async () => {
    await bundleExtension({ production: true });
    const licences = await readFile(path.join(extension, 'dist/third-party-licenses.txt'), 'utf8');
    for (const name of ['fast-xml-parser', 'valibot']) {
      assert.match(licences, new RegExp(`^${name} \\d\\S* \\(MIT\\)$`, 'mu'));
    }
    assert.match(licences, /Permission is hereby granted/u);
  });

  it('takes no setting from a workspace that could do harm, so it may run in one that nobody trusts', () => {
    const { properties } = manifest.contributes.configuration;
    assert.notEqual(Object.keys(properties).length, 0);
    for (const [name, { scope }] of Object.entries(properties)) {
      if (name in settingsOfWorkspaces) continue;
      assert.ok(scope === 'machine' || scope === 'application', `${name}: ${scope}`);
    }
  });

  it('is small and carries the bundle, the simulator, the licence and the readme, and no source', async () => {
    const packagePath = path.join(folder, 'microsip-devkit.vsix');
    await createVSIX({ cwd: extension, packagePath, dependencies: false });
    const { size } = await stat(packagePath);
    assert.ok(size < largestBytes, `${size} bytes`);

    const files = (await listFiles({ cwd: extension, packageManager: PackageManager.None })).map((file) =>
      file.replaceAll('\\', '/'),
    );
    for (const wanted of [
      'dist/extension/extension.js',
      'dist/simulator/program.js',
      'dist/third-party-licenses.txt',
      'LICENSE',
      'README.md',
    ]) {
      assert.ok(files.includes(wanted), wanted);
    }
    assert.deepEqual(
      files.filter((file) => /\.(ts|map)$|node_modules/u.test(file)),
      [],
    );
  });
});
