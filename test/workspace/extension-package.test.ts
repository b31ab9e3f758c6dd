import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import JSZip from 'jszip';
import * as v from 'valibot';

import { bundleExtension } from '../../extension/bundle.ts';
import { packageExtension } from '../../extension/packaging/package-extension.ts';

const extension = path.join(import.meta.dirname, '../../extension');

const manifestSchema = v.looseObject({
  version: v.string(),
  engines: v.object({ vscode: v.string() }),
  contributes: v.looseObject({
    configuration: v.looseObject({ properties: v.record(v.string(), v.looseObject({ scope: v.string() })) }),
  }),
});

/** What a workspace may set, and why that does no harm. */
const settingsOfWorkspaces: Readonly<Record<string, string>> = {
  'microsip.numbers.region': 'tells numbers from other digits; what is dialled is what is written',
  'microsip.numbers.languages': 'only adds and takes away links, which ask before they dial',
  'microsip.numbers.codeLens': 'only adds and takes away lenses, which ask before they dial',
};

/** Someone on a train should be able to install it. */
const largestPackage = 600_000;

/** Every window waits for it. */
const largestStart = 80_000;

/** Everything the package may hold. */
const expectedFiles = [
  /^\[Content_Types\]\.xml$/u,
  /^extension\.vsixmanifest$/u,
  /^extension\/(?:package\.json|readme\.md|LICENSE\.txt)$/u,
  /^extension\/package\.nls(?:\.de)?\.json$/u,
  /^extension\/l10n\/bundle\.l10n\.de\.json$/u,
  /^extension\/dist\/extension\/[\w-]+\.js$/u,
  /^extension\/dist\/simulator\/program\.js$/u,
  /^extension\/dist\/third-party-licenses\.txt$/u,
  /^extension\/schemas\/contacts\.schema\.json$/u,
  /^extension\/schemas\/contacts\.schema\.json$/u,
  /^extension\/media\/[\w/-]+\.(?:png|svg|md)$/u,
];

describe('the extension as a package', function () {
  this.timeout(120_000);

  let folder: string;
  let bytes: number;
  let files: readonly string[];
  let manifest: v.InferOutput<typeof manifestSchema>;
  let licences: string;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'microsip-vsix-'));
    const content = await readFile(await packageExtension(folder));
    const archive = await JSZip.loadAsync(content);
    const text = async (name: string): Promise<string> => (await archive.file(name)?.async('text')) ?? '';
    bytes = content.length;
    files = Object.values(archive.files)
      .filter(({ dir }) => !dir)
      .map(({ name }) => name);
    manifest = v.parse(manifestSchema, JSON.parse(await text('extension/package.json')));
    licences = await text('extension/dist/third-party-licenses.txt');
  });

  after(() => rm(folder, { recursive: true, force: true }));

  it('is small', () => {
    assert.ok(bytes <= largestPackage, `${bytes} bytes`);
  });

  it('holds nothing that is not needed', () => {
    assert.deepEqual(
      files.filter((file) => !expectedFiles.some((expected) => expected.test(file))),
      [],
    );
    for (const field of ['scripts', 'devDependencies', 'dependencies'])
      assert.ok(!(field in manifest), field);
  });

  it('holds the extension, the simulator, and every file that its manifest names', () => {
    const named = [...JSON.stringify(manifest).matchAll(/"(?:\.\/)?((?:dist|media|schemas)\/[^"*]+)"/gu)];
    const wanted = named.map(([, file]) => `extension/${file}`);
    assert.ok(wanted.includes('extension/dist/extension/extension.js'));
    for (const file of [...wanted, 'extension/dist/simulator/program.js', 'extension/readme.md']) {
      assert.ok(files.includes(file), file);
    }
  });

  it('keeps the licences of what it brings along', () => {
    for (const name of ['fast-xml-parser', 'jsonc-parser', 'valibot']) {
      assert.match(licences, new RegExp(`^${name} \\d\\S* \\(MIT\\)$`, 'mu'));
    }
    assert.match(licences, /Permission is hereby granted/u);
  });

  it('loads little at the start of a window', async () => {
    const { start } = await bundleExtension({ production: true, folder });
    assert.ok(start.bytes <= largestStart, `${start.bytes} bytes`);
    assert.ok(start.files <= 4, `${start.files} files`);
  });

  it('is written against the oldest VS Code that it says it runs in', async () => {
    const { devDependencies } = v.parse(
      v.object({ devDependencies: v.record(v.string(), v.string()) }),
      JSON.parse(await readFile(path.join(extension, 'package.json'), 'utf8')),
    );
    assert.equal(manifest.engines.vscode, `^${devDependencies['@types/vscode']}`);
  });

  it('takes no setting from a workspace that could do harm, so it may run in one that nobody trusts', () => {
    const { properties } = manifest.contributes.configuration;
    assert.notEqual(Object.keys(properties).length, 0);
    for (const [name, { scope }] of Object.entries(properties)) {
      if (name in settingsOfWorkspaces) continue;
      assert.ok(scope === 'machine' || scope === 'application', `${name}: ${scope}`);
    }
  });
});
