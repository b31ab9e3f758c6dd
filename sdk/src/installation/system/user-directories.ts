import { homedir } from 'node:os';
import path from 'node:path';

/** What decides where a user's files lie. */
export interface UserEnvironment {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/** This process's user. */
export function currentUser(): UserEnvironment {
  return { platform: process.platform, env: process.env, home: homedir() };
}

/**
 * The folder in which programs keep a user's data on this machine: `%LOCALAPPDATA%`, `~/Library/Application Support`,
 * or `$XDG_DATA_HOME`.
 */
export function localDataDirectory({ platform, env, home }: UserEnvironment): string {
  switch (platform) {
    case 'win32':
      return env['LOCALAPPDATA'] ?? path.win32.join(home, 'AppData', 'Local');
    case 'darwin':
      return path.posix.join(home, 'Library', 'Application Support');
    default: {
      // The XDG specification has relative paths ignored.
      const given = env['XDG_DATA_HOME'];
      return given !== undefined && path.posix.isAbsolute(given)
        ? given
        : path.posix.join(home, '.local', 'share');
    }
  }
}
