import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** npm's own script: started with Node it needs no shell, which `npm.cmd` on Windows would. */
function npmScript(): string {
  const fromNpm = process.env['npm_execpath'];
  const candidates = [
    ...(fromNpm?.endsWith('npm-cli.js') === true ? [fromNpm] : []),
    ...(process.env['PATH'] ?? '')
      .split(delimiter)
      .flatMap((folder) => [
        join(folder, 'node_modules/npm/bin/npm-cli.js'),
        join(dirname(folder), 'lib/node_modules/npm/bin/npm-cli.js'),
      ]),
  ];
  const script = candidates.find((candidate) => existsSync(candidate));
  if (script === undefined) throw new Error('npm was not found beside any folder of PATH');
  return script;
}

/** Runs npm in a folder and gives its standard output. */
export async function npm(folder: string, ...parameters: string[]): Promise<string> {
  const { stdout } = await execFileAsync(process.execPath, [npmScript(), ...parameters], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
    timeout: 240_000,
    env: { ...process.env, npm_config_loglevel: 'error' },
  });
  return stdout;
}
