import { findOnPath } from './find-executable.ts';
import type { Provided } from './provided.ts';
import { lastLines, runCommand } from './run-command.ts';

let listsUpdated = false;

/** Installs packages where that needs no question: as root, on Debian and its kin. */
export async function installDebianPackages(names: readonly string[]): Promise<Provided<undefined>> {
  const aptGet = findOnPath(['apt-get']);
  if (aptGet === undefined) return { ok: false, reason: 'not a Debian system' };
  if (process.getuid?.() !== 0)
    return { ok: false, reason: `needs root: apt-get install ${names.join(' ')}` };

  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  if (!listsUpdated) {
    const updated = await runCommand(aptGet, ['update'], { env, timeout: 180_000 });
    if (!updated.ok) return { ok: false, reason: lastLines(updated.output, 1) };
    listsUpdated = true;
  }
  const installed = await runCommand(aptGet, ['install', '-y', '--no-install-recommends', ...names], {
    env,
    timeout: 600_000,
  });
  return installed.ok
    ? { ok: true, value: undefined }
    : { ok: false, reason: lastLines(installed.output, 1) };
}
