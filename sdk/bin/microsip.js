#!/usr/bin/env node
// Plain JavaScript that old versions of Node.js can read: they must get as far as the sentence that tells them so.
// Nothing is imported that the command itself does not need: every start waits for it.
const oldest = [22, 13];
const main = new URL('../dist/cli/main.js', import.meta.url);

if (isNewEnough(process.versions.node)) {
  // From the second start on, Node.js takes the compiled code from its cache.
  process.getBuiltinModule('module').enableCompileCache(compileCache());
  import(main.href).catch(explainMissingBuild);
} else {
  continueWithPinnedNode();
}

/** A folder of this user: Node's own choice is one that all users share, where another could leave code to be run. */
function compileCache() {
  const env = process.env;
  const caches =
    process.platform === 'win32'
      ? env.LOCALAPPDATA
      : env.XDG_CACHE_HOME || process.getBuiltinModule('os').homedir() + '/.cache';
  return env.NODE_COMPILE_CACHE || (caches && caches + '/microsip-devkit/compiled');
}

function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1]);
}

/** Goes on with the npm package `node`, which a clone of the workspace has, or says what is needed. */
async function continueWithPinnedNode() {
  const { existsSync } = await import('fs');
  const { fileURLToPath } = await import('url');

  // A pinned Node.js that is too old itself must not be tried for ever.
  const tried = process.env.MICROSIP_PINNED_NODE !== undefined;
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  // Beside the workspace's or the project's packages.
  const node = ['../../node_modules/node/bin/', '../../node/bin/']
    .map((folder) => fileURLToPath(new URL(folder + file, import.meta.url)))
    .find((path) => existsSync(path));
  if (!tried && node !== undefined) return continueWith(node, fileURLToPath(import.meta.url));

  process.stderr.write(
    'microsip needs Node.js ' +
      oldest.join('.') +
      ' or newer; this is ' +
      process.versions.node +
      '. Get a newer one from https://nodejs.org/ and try again.\n',
  );
  process.exitCode = 1;
}

async function continueWith(node, script) {
  const { spawn } = await import('child_process');
  const child = spawn(node, [script, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, MICROSIP_PINNED_NODE: '1' },
  });
  // Ctrl-C reaches the child through the terminal; this process stays to pass its exit code on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('error', (error) => {
    process.stderr.write(node + ' could not be started: ' + error.message + '\n');
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exitCode = code;
    else process.exitCode = signal === 'SIGINT' ? 130 : 1;
  });
}

function explainMissingBuild(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || error.url !== main.href) throw error;
  process.stderr.write('The microsip command is not built yet. Run `npm install` in its workspace first.\n');
  process.exitCode = 1;
}
