import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import fc from 'fast-check';

import { describeKey } from '../../../../sdk/src/installation/registry/key-path.ts';
import { RegProgram } from '../../../../sdk/src/installation/registry/reg-program.ts';
import { WineRegistry } from '../../../../sdk/src/installation/registry/wine-registry.ts';
import type {
  RegistryKey,
  RegistryPath,
} from '../../../../sdk/src/installation/registry/windows-registry.ts';
import { describeOnPosix } from '../../../support/mocha/platform-tests.ts';
import { skipBecause } from '../../../support/mocha/skip-because.ts';
import { comparableKey } from '../../../support/sdk/comparable-key.ts';
import { RealPrefix } from '../../../support/sdk/real-prefix.ts';
import { keyTree, wellFormedValue } from '../../../support/sdk/registry-arbitraries.ts';
import { editsOfTree, withoutEmptyKeys } from '../../../support/sdk/registry-tree.ts';
import { findWine } from '../../../support/windows/wine.ts';

describeOnPosix('the files of a registry that Wine runs', () => {
  const { signal } = new AbortController();
  let prefix: RealPrefix;
  let endPrefix: (() => Promise<void>) | undefined;
  /** `reg.exe` of this Wine, which asks the registry in memory. */
  let running: RegProgram;

  before(async function () {
    this.timeout(700_000);
    const wine = findWine();
    if (!wine.ok) return skipBecause(this, wine.reason);
    prefix = await RealPrefix.create(wine.value);
    endPrefix = () => prefix[Symbol.asyncDispose]();
    const program = path.join(prefix.folder, 'reg');
    const variables = Object.entries(prefix.environment).map(
      ([name, value]) => `export ${name}='${value}'\n`,
    );
    writeFileSync(program, `#!/bin/sh\n${variables.join('')}exec '${wine.value.wine}' reg "$@"\n`, {
      mode: 0o755,
    });
    running = new RegProgram({
      program,
      temporaryFolder: prefix.folder,
      toWindowsPath: (file) => Promise.resolve(`Z:${file.replaceAll('/', '\\')}`),
    });
  });
  after(async function () {
    this.timeout(180_000);
    await endPrefix?.();
  });

  const places = [
    { root: 'HKCU', view: 32 },
    { root: 'HKLM', view: 32 },
    { root: 'HKLM', view: 64 },
  ] as const;

  it('hold what was written, in both views', async function () {
    this.timeout(700_000);
    const trees = fc.array(keyTree(wellFormedValue), { minLength: 12, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.tuple(trees, trees, trees), async (treesOfPlaces) => {
        const written = places.map((place, index): { key: RegistryPath; tree: RegistryKey } => ({
          key: { ...place, path: 'Software\\MicroSIP DevKit test' },
          tree: {
            values: new Map(),
            keys: new Map(treesOfPlaces[index]?.map((tree, number) => [`Tree ${number}`, tree])),
          },
        }));
        for (const { key, tree } of written) await running.change(editsOfTree(key, tree), signal);
        await prefix.settle();
        const files = new WineRegistry(prefix.folder);
        for (const { key, tree } of written) {
          assert.deepEqual(
            comparableKey(await files.read(key, signal)),
            comparableKey(withoutEmptyKeys(tree)),
          );
        }
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });

  it('hold what Wine itself set up, along its links', async function () {
    this.timeout(120_000);
    const appPath = 'Software\\Microsoft\\Windows\\CurrentVersion\\App Paths\\microsip.exe';
    await running.change(
      [
        {
          edit: 'set',
          key: { root: 'HKLM', path: appPath },
          name: '',
          value: { type: 'string', text: 'C:\\MicroSIP\\microsip.exe' },
        },
      ],
      signal,
    );
    const keys: readonly RegistryPath[] = [
      { root: 'HKLM', path: appPath },
      { root: 'HKLM', path: appPath, view: 64 },
      { root: 'HKLM', path: 'Software\\Microsoft\\Windows\\CurrentVersion' },
      { root: 'HKLM', path: 'Software\\Classes' },
      { root: 'HKLM', path: 'System\\CurrentControlSet\\Services' },
      { root: 'HKCU', path: 'Environment', view: 64 },
      { root: 'HKCU', path: 'Control Panel' },
    ];
    const asked: (RegistryKey | undefined)[] = [];
    for (const key of keys) asked.push(await running.read(key, signal));
    await prefix.settle();
    const files = new WineRegistry(prefix.folder);
    for (const [index, key] of keys.entries()) {
      assert.ok(asked[index], describeKey(key));
      assert.deepEqual(
        comparableKey(await files.read(key, signal)),
        comparableKey(asked[index]),
        describeKey(key),
      );
    }
  });
});
