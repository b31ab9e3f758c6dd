import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { copyFile, cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const bin = fileURLToPath(new URL('../../../sdk/bin/microsip.js', import.meta.url));

/** Makes Node.js say that it is another version, before the command looks. */
const pretendOldNode = [
  '--import',
  `data:text/javascript,${encodeURIComponent(
    "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.19.0' } });",
  )}`,
];

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

async function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ended> {
  const options = { env: { ...process.env, MICROSIP_PINNED_NODE: undefined, ...environment } };
  try {
    return { code: 0, ...(await promisify(execFile)(process.execPath, args, options)) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'number') {
      return error as Error & Ended;
    }
    throw error;
  }
}

describe('bin/microsip.js', () => {
  let folder: string;

  /** A package as npm would lay it out, whose main program tells that it runs. */
  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'microsip-bin-'));
    const sdk = path.join(folder, 'sdk');
    await mkdir(path.join(sdk, 'dist', 'cli'), { recursive: true });
    await mkdir(path.join(sdk, 'bin'));
    await writeFile(path.join(sdk, 'package.json'), '{"type":"module"}');
    await writeFile(
      path.join(sdk, 'dist', 'cli', 'main.js'),
      'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 6;',
    );
    await cp(bin, path.join(sdk, 'bin', 'microsip.js'));
  });

  after(() => rm(folder, { recursive: true, force: true }));

  const copy = (): string => path.join(folder, 'sdk', 'bin', 'microsip.js');

  it('runs the command with its arguments, and hands its exit code on', async () => {
    const { code, stdout } = await run([copy(), 'dial', '+1 (415)']);
    assert.deepEqual([code, JSON.parse(stdout)], [6, ['dial', '+1 (415)']]);
  });

  it('says which Node.js it needs where an old one runs it', async () => {
    const { code, stdout, stderr } = await run([...pretendOldNode, copy(), 'dial', '101']);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /^microsip needs Node\.js 22\.13 or newer; this is 20\.19\.0\. .*\n$/u);
  });

  it('goes on with the Node.js of the workspace where an old one runs it', async () => {
    const pinned = path.join(folder, 'node_modules', 'node', 'bin');
    await mkdir(pinned, { recursive: true });
    const provide = process.platform === 'win32' ? copyFile : symlink;
    await provide(process.execPath, path.join(pinned, process.platform === 'win32' ? 'node.exe' : 'node'));
    const { code, stdout } = await run([...pretendOldNode, copy(), 'dial', '+1 (415)']);
    assert.deepEqual([code, JSON.parse(stdout)], [6, ['dial', '+1 (415)']]);
    const again = await run([...pretendOldNode, copy()], { MICROSIP_PINNED_NODE: '1' });
    assert.equal(again.code, 1, 'a pinned Node.js that is old itself must not be tried for ever');
  });

  it('says what to do where nothing was built', async () => {
    await rm(path.join(folder, 'sdk', 'dist'), { recursive: true });
    const { code, stderr } = await run([copy(), '--help']);
    assert.equal(code, 1);
    assert.match(stderr, /not built yet.*npm install/u);
  });
});
