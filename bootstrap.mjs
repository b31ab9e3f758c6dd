// `npm start`, `npm test` and their kin begin here, in a clone where nothing is installed yet: no dependencies,
// any Node from 20 on. It installs the npm packages, builds the SDK, and hands over to the pinned Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));

/** What each task runs once everything is there. */
export const tasks = {
  start: 'sdk/examples/first-call.ts',
  test: 'test/support/run-tests.ts',
  bench: 'test/bench/run-benchmarks.ts',
  extension: 'test/support/vscode/open-extension.ts',
  package: 'extension/package-extension.ts',
  docs: 'docs-site/serve.mts',
  pictures: 'test/support/pictures/write-pictures.ts',
};

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean, link?: boolean }> }} Lock */

/**
 * Whether the installed packages are those of the lock file. Optional ones may be absent: most are for other platforms.
 *
 * @param {Lock} lock package-lock.json
 * @param {Lock | undefined} installed npm's own record, node_modules/.package-lock.json
 * @returns {'missing' | 'stale' | 'current'}
 */
export function packagesState(lock, installed) {
  if (installed === undefined) return 'missing';
  const current = Object.entries(lock.packages).every(([place, wanted]) => {
    if (!place.startsWith('node_modules/') && !place.includes('/node_modules/')) return true;
    const found = installed.packages[place];
    if (found === undefined) return wanted.optional === true;
    return wanted.link === true || found.version === wanted.version;
  });
  return current ? 'current' : 'stale';
}

/**
 * Which Node runs the task: the pinned one, else this one if it is new enough.
 *
 * @param {string | undefined} pinned path of the workspace's own Node, if it is installed
 * @param {{ path: string, version: string }} running
 * @returns {{ file: string, flags: string[] } | undefined}
 */
export function chooseNode(pinned, running) {
  if (pinned !== undefined) return { file: pinned, flags: [] };
  const [major = 0, minor = 0] = running.version.replace(/^v/u, '').split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 13)) return undefined;
  const stripsTypes = major > 22 || minor >= 18;
  return { file: running.path, flags: stripsTypes ? [] : ['--experimental-strip-types', '--no-warnings'] };
}

/**
 * npm as a program that can be started without a shell; npm.cmd on Windows cannot.
 *
 * @param {Record<string, string | undefined>} environment
 * @param {string} node path of the running Node
 * @param {(file: string) => boolean} exists
 * @returns {{ file: string, arguments: string[] }}
 */
export function findNpm(environment, node, exists) {
  const besideNode = path.dirname(node);
  const candidates = [
    environment['npm_execpath'] ?? '',
    path.join(besideNode, 'node_modules/npm/bin/npm-cli.js'),
    path.join(besideNode, '../lib/node_modules/npm/bin/npm-cli.js'),
  ];
  const script = candidates.find((file) => path.basename(file) === 'npm-cli.js' && exists(file));
  return script === undefined ? { file: 'npm', arguments: [] } : { file: node, arguments: [script] };
}

/**
 * @param {string} name
 * @returns {Lock | undefined}
 */
function readLock(name) {
  const file = path.join(root, name);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/**
 * Runs a program; its output is kept back unless it fails.
 *
 * @param {string} title
 * @param {string} file
 * @param {string[]} args
 */
async function runQuietly(title, file, args) {
  const started = Date.now();
  const seconds = () => `${Math.round((Date.now() - started) / 1000)} s`;
  console.error(`${title} …`);
  const heartbeat = setInterval(() => console.error(`  … ${seconds()}`), 20_000);
  const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => (output += text));
  }
  const code = await ended(child)
    .catch((error) => {
      throw new Error(`${title}: ${file} could not be started (${error.code}). Is it on the PATH?`);
    })
    .finally(() => clearInterval(heartbeat));
  if (code !== 0) {
    console.error(output);
    throw new Error(`${title}: failed after ${seconds()}. What it said is above.`);
  }
  return seconds();
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code
 */
function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal === null ? (code ?? 1) : 1));
  });
}

async function installPackages() {
  const lock = readLock('package-lock.json');
  if (lock === undefined) throw new Error('package-lock.json is missing: this is no clone of the workspace.');
  const state = packagesState(lock, readLock('node_modules/.package-lock.json'));
  if (state === 'current') return;
  const npm = findNpm(process.env, process.execPath, existsSync);
  // `ci` empties node_modules first; where only a few packages changed, `install` is much quicker.
  const command = state === 'missing' ? 'ci' : 'install';
  const args = [...npm.arguments, command, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const title =
    state === 'missing' ? 'Installing npm packages (once, a minute or two)' : 'Updating npm packages';
  console.error(`  installed in ${await runQuietly(title, npm.file, args)}`);
}

function pinnedNode() {
  const file = path.join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(file) ? file : undefined;
}

/** @param {{ file: string }} node */
async function build(node) {
  const steps = [
    [path.join(root, 'node_modules/typescript/lib/tsc.js'), '--build', 'sdk'],
    [path.join(root, 'sdk/bundle.mjs')],
  ];
  for (const step of steps) {
    const code = await ended(spawn(node.file, step, { cwd: root, stdio: 'inherit' }));
    if (code !== 0) throw new Error('The SDK could not be built; the errors are above.');
  }
}

/** @param {string[]} parameters the task and its own arguments */
async function main([task = '', ...args]) {
  const script = Object.entries(tasks).find(([name]) => name === task)?.[1];
  if (script === undefined) {
    console.error(`Usage: node bootstrap.mjs ${Object.keys(tasks).join('|')} [arguments]`);
    return 2;
  }
  await installPackages();
  const node = chooseNode(pinnedNode(), { path: process.execPath, version: process.version });
  if (node === undefined) {
    throw new Error(
      `Node.js ${process.version} is too old and the workspace's own is missing: use Node.js 22.13 or newer.`,
    );
  }
  await build(node);

  const pathKey = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const searchPath = [path.dirname(node.file), path.join(root, 'node_modules/.bin'), process.env[pathKey]];
  const env = { ...process.env, [pathKey]: searchPath.filter(Boolean).join(path.delimiter) };
  // Ctrl+C reaches the child too; stay until it has cleaned up.
  process.on('SIGINT', () => {});
  return ended(
    spawn(node.file, [...node.flags, path.join(root, script), ...args], { cwd: root, stdio: 'inherit', env }),
  );
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    process.exitCode = await main(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
