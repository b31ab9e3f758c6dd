import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { build } from 'esbuild';
import { publint } from 'publint';
import { npm } from '../support/npm.ts';

const execFileAsync = promisify(execFile);
const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly devDependencies: { readonly '@types/node': string };
};
const typescriptCompiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** What a TypeScript project for Node.js has. */
const nodeTypes = `@types/node@${manifest.devDependencies['@types/node']}`;

/** What every project prints, whatever way it loads the package. */
const expectedOutput = {
  commandLine: '+14155552671',
  refusal: 'TARGET_REFUSED',
  dialled: '+14155552671',
  hangupToken: '/hangupall',
  simulatorReached: ['simulator'],
};

describe('the packed SDK', function () {
  this.timeout(300_000);
  let folder: string;
  let tarball: Buffer;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'microsip-consumers-'));
    const packed = JSON.parse(
      await npm(root, 'pack', '--workspace', 'microsip-sdk', '--json', '--pack-destination', folder),
    ) as [{ filename: string }];
    const tarballPath = join(folder, packed[0].filename);
    tarball = await readFile(tarballPath);
    await cp(join(import.meta.dirname, 'projects'), folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'consumers', private: true }));
    await npm(folder, 'install', '--no-save', '--prefer-offline', tarballPath, nodeTypes);
  });

  after(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  async function output(...parameters: string[]): Promise<unknown> {
    const { stdout } = await execFileAsync(process.execPath, parameters, { cwd: folder, timeout: 60_000 });
    return JSON.parse(stdout);
  }

  it('is imported by an ES module', async () => {
    assert.deepEqual(await output('esm/index.mjs'), expectedOutput);
  });

  it('is required by a CommonJS module', async () => {
    assert.deepEqual(await output('commonjs/index.cjs'), expectedOutput);
  });

  it('is bundled without a warning from within a workspace, and still runs', async () => {
    // esbuild keeps back what it has to say about files below node_modules; a workspace's packages are links.
    const workspace = join(folder, 'workspace');
    const member = join(folder, 'microsip-sdk');
    await cp(join(folder, 'node_modules/microsip-sdk'), member, { recursive: true });
    await mkdir(join(workspace, 'node_modules'), { recursive: true });
    await symlink(member, join(workspace, 'node_modules/microsip-sdk'), 'junction');
    await cp(join(folder, 'esm/index.mjs'), join(workspace, 'index.mjs'));

    const { warnings } = await build({
      absWorkingDir: workspace,
      entryPoints: ['index.mjs'],
      outfile: 'dist/program/index.mjs',
      bundle: true,
      format: 'esm',
      logLevel: 'silent',
      platform: 'node',
    });
    assert.deepEqual(
      warnings.map(({ text, location }) => `${location?.file ?? ''}: ${text}`),
      [],
    );
    await cp(join(member, 'dist/simulator'), join(workspace, 'dist/simulator'), { recursive: true });
    assert.deepEqual(await output('workspace/dist/program/index.mjs'), expectedOutput);
  });

  for (const resolution of ['nodenext', 'bundler']) {
    it(`type-checks, its declarations included, with the module resolution ${resolution}`, async () => {
      const compilation = execFileAsync(
        process.execPath,
        [typescriptCompiler, '--project', join(folder, 'typescript', `tsconfig.${resolution}.json`)],
        {
          timeout: 120_000,
        },
      );
      await compilation.catch((error: unknown) => {
        assert.fail((error as { stdout: string }).stdout);
      });
    });
  }

  it('brings the microsip command', async () => {
    const answer = await output(
      'node_modules/microsip-sdk/bin/microsip.js',
      ...['dial', '+1 (415) 555-2671', '--dry-run', '--json', '--microsip-version', '3.22.16'],
    );
    assert.match((answer as { commandLine: string }).commandLine, / "?\+14155552671"?$/u);
  });

  it('satisfies publint', async () => {
    const { messages } = await publint({
      pack: { tarball: Uint8Array.from(tarball).buffer },
      strict: true,
    });
    assert.deepEqual(messages, []);
  });

  it('has types that fit its modules, wherever ES modules are understood', async () => {
    const result = await checkPackage(createPackageFromTarballData(tarball));
    assert.ok(result.types !== false, 'the package has types');
    // The package is ES modules only: `require` takes them from Node 22.12 on, and the resolution of Node 10 is not served.
    const served = result.problems.filter(
      (problem) =>
        !('resolutionKind' in problem && ['node10', 'node16-cjs'].includes(problem.resolutionKind)),
    );
    assert.deepEqual(served, []);
  });
});
