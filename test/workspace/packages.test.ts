import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';

import * as v from 'valibot';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const manifestSchema = v.object({
  version: v.optional(v.string()),
  license: v.optional(v.string()),
  scripts: v.optional(v.record(v.string(), v.string())),
  dependencies: v.optional(v.record(v.string(), v.string())),
  devDependencies: v.optional(v.record(v.string(), v.string())),
  optionalDependencies: v.optional(v.record(v.string(), v.string())),
  workspaces: v.optional(v.array(v.string())),
  allowScripts: v.optional(v.record(v.string(), v.boolean())),
});

const lockSchema = v.object({
  packages: v.record(
    v.string(),
    v.object({
      name: v.optional(v.string()),
      version: v.optional(v.string()),
      resolved: v.optional(v.string()),
      link: v.optional(v.boolean()),
      hasInstallScript: v.optional(v.boolean()),
      optional: v.optional(v.boolean()),
    }),
  ),
});

const manifest = (folder: string) =>
  v.parse(manifestSchema, JSON.parse(read(path.join(folder, 'package.json'))));
const lock = v.parse(lockSchema, JSON.parse(read('package-lock.json')));
const workspaces = manifest('.').workspaces ?? [];

describe('the packages of the workspace', () => {
  it('are locked without the address they came from', () => {
    const addressed = Object.entries(lock.packages).filter(([, entry]) => entry.resolved?.includes('://'));
    assert.deepEqual(addressed, []);
  });

  it('name exact versions of what they need', () => {
    const loose = workspaces.concat('.').flatMap((folder) => {
      const { dependencies, devDependencies, optionalDependencies } = manifest(folder);
      return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
        .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/u.test(version))
        .map(([name, version]) => `${folder}: ${name}@${version}`);
    });
    assert.deepEqual(loose, []);
  });

  it('have a decision for every package that wants to run a script when it is installed', () => {
    const allowScripts = manifest('.').allowScripts ?? {};
    const undecided = Object.entries(lock.packages)
      .filter(([, entry]) => entry.hasInstallScript === true)
      .map(([place]) => place.replace(/^.*node_modules\//u, ''))
      // What only another platform installs is decided there.
      .filter((name) => !(name in allowScripts) && name !== 'fsevents');
    assert.deepEqual(undecided, []);
  });

  it('decide about no package that is not there', () => {
    const locked = new Set(
      Object.keys(lock.packages).map((place) => place.replace(/^.*node_modules\//u, '')),
    );
    const gone = Object.keys(manifest('.').allowScripts ?? {}).filter((name) => !locked.has(name));
    assert.deepEqual(gone, []);
  });

  it('share one version and one licence', () => {
    const own = ['.', ...workspaces.filter((folder) => folder !== 'test')].map(manifest);
    assert.deepEqual(new Set(own.map(({ version }) => version)).size, 1);
    assert.deepEqual([...new Set(own.map(({ license }) => license))], ['MIT']);
  });

  it('carry the licence wherever they are packed', () => {
    const licence = read('LICENSE');
    for (const folder of ['sdk', 'extension'])
      assert.equal(read(path.join(folder, 'LICENSE')), licence, folder);
  });
});
