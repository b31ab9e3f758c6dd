#!/usr/bin/env node
// Plain JavaScript that old versions of Node.js can read: they must get as far as the sentence that tells them so.
import { existsSync } from 'fs';
import { fileURLToPath } from 'url';

const oldest = [22, 13];
const main = new URL('../dist/cli/main.js', import.meta.url);

if (isNewEnough(process.versions.node)) {
  import(main.href).catch(explainMissingBuild);
} else {
  const pinned = process.env.MICROSIP_PINNED_NODE === undefined ? pinnedNode() : undefined;
  if (pinned === undefined) {
    process.stderr.write(
      'microsip needs Node.js ' +
        oldest.join('.') +
        ' or newer; this is ' +
        process.versions.node +
        '. Get a newer one from https://nodejs.org/ and try again.\n',
    );
    process.exitCode = 1;
  } else {
    continueWith(pinned);
  }
}

function isNewEnough(version) {
  const parts = version.split('.').map(Number);
  return parts[0] > oldest[0] || (parts[0] === oldest[0] && parts[1] >= oldest[1]);
}

/** The npm package `node`, which a clone of the workspace has: beside the workspace's or the project's packages. */
function pinnedNode() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return ['../../node_modules/node/bin/', '../../node/bin/']
    .map((folder) => fileURLToPath(new URL(folder + file, import.meta.url)))
    .find((path) => existsSync(path));
}

function continueWith(node) {
  import('child_process').then(({ spawn }) => {
    const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
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
  });
}

function explainMissingBuild(error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || error.url !== main.href) throw error;
  process.stderr.write('The microsip command is not built yet. Run `npm install` in its workspace first.\n');
  process.exitCode = 1;
}
