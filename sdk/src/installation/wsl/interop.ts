import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The kernel starts Windows programs by one of these rules; the second outlives a restart of systemd's own. */
const rules = ['WSLInterop', 'WSLInterop-late'];

/** What can be wrong with it, each with what to do. */
export const interopTroubles = {
  switchedOff: {
    cause: 'WSL starts no Windows programs, because /etc/wsl.conf has "enabled=false" in [interop]',
    remedy: 'set it to true, and run "wsl --shutdown" on Windows',
  },
  disabled: {
    cause: 'WSL starts no Windows programs, because its rule WSLInterop is disabled',
    remedy: 'write 1 to /proc/sys/fs/binfmt_misc/WSLInterop as root',
  },
  gone: {
    cause:
      'WSL starts no Windows programs, because its rule WSLInterop is gone from /proc/sys/fs/binfmt_misc',
    remedy: 'run "wsl --shutdown" on Windows, and start WSL again',
  },
} as const;

/**
 * Why this WSL starts no Windows programs, in a sentence; nothing where it should.
 *
 * @param root - the root of the file system
 */
export async function interopTrouble(root = '/'): Promise<string | undefined> {
  const configuration = (await textOf(path.posix.join(root, 'etc/wsl.conf'))) ?? '';
  if (isSwitchedOff(configuration)) {
    return `${interopTroubles.switchedOff.cause}: ${interopTroubles.switchedOff.remedy}`;
  }
  const folder = path.posix.join(root, 'proc/sys/fs/binfmt_misc');
  const states = await Promise.all(rules.map(async (rule) => await textOf(path.posix.join(folder, rule))));
  const known = states.filter((state) => state !== undefined);
  if (known.some((state) => state.startsWith('enabled'))) return undefined;
  const { cause, remedy } = known.length > 0 ? interopTroubles.disabled : interopTroubles.gone;
  return `${cause}: ${remedy}`;
}

/** `wsl.conf` is an ini: the last word counts, and what is no sign of falsehood is true. */
export function isSwitchedOff(configuration: string): boolean {
  let section = '';
  let isOff = false;
  for (const line of configuration.split(/\r?\n/u)) {
    section = /^\s*\[\s*([^\]]*?)\s*\]/u.exec(line)?.[1]?.toLowerCase() ?? section;
    const value = /^\s*enabled\s*=\s*"?(\w+)"?\s*(?:[#;].*)?$/iu.exec(line)?.[1];
    if (section === 'interop' && value !== undefined) isOff = /^(?:false|0)$/iu.test(value);
  }
  return isOff;
}

async function textOf(file: string): Promise<string | undefined> {
  return await readFile(file, 'utf8').catch(() => undefined);
}
