import path from 'node:path';

import type { UserEnvironment } from '../../system/user-directories.ts';

/** The folders of a desktop, as the XDG Base Directory Specification has them. */
export interface XdgFolders {
  /** The user's configuration. */
  readonly config: string;
  /** The user's data. */
  readonly data: string;
  /** Where lists of default applications may lie, the most important first. */
  readonly lists: readonly string[];
  /** Where desktop files lie, the most important first. */
  readonly applications: readonly string[];
  /** The desktops that run, in lower case; their own lists come before the general ones. */
  readonly desktops: readonly string[];
}

/** The folders that a user's environment names. Relative paths are ignored, as the specification says. */
export function xdgFolders({ env, home }: UserEnvironment): XdgFolders {
  const config = absolute(env['XDG_CONFIG_HOME'])[0] ?? path.posix.join(home, '.config');
  const data = absolute(env['XDG_DATA_HOME'])[0] ?? path.posix.join(home, '.local', 'share');
  const configs = given(absolute(env['XDG_CONFIG_DIRS']), ['/etc/xdg']);
  const datas = given(absolute(env['XDG_DATA_DIRS']), ['/usr/local/share', '/usr/share']);
  const applications = [data, ...datas].map((folder) => path.posix.join(folder, 'applications'));
  return {
    config,
    data,
    lists: [config, ...configs, ...applications],
    applications,
    desktops: (env['XDG_CURRENT_DESKTOP'] ?? '')
      .split(':')
      // A name becomes a part of a file's name.
      .filter((name) => /^[\w.-]+$/u.test(name))
      .map((name) => name.toLowerCase()),
  };
}

function absolute(paths: string | undefined): readonly string[] {
  return (paths ?? '').split(':').filter((folder) => path.posix.isAbsolute(folder));
}

function given(paths: readonly string[], otherwise: readonly string[]): readonly string[] {
  return paths.length > 0 ? paths : otherwise;
}
