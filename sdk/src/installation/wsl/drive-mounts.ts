import path from 'node:path';

/** A drive of Windows, as WSL shows it. */
export interface DriveMount {
  /** What Windows calls it, with a backslash at its end: `C:\`. */
  readonly windows: string;
  /** Where it is in Linux: `/mnt/c`, unless `wsl.conf` says otherwise. */
  readonly linux: string;
}

/**
 * Reads which drives of Windows are mounted where, from what the kernel tells of its mounts. WSL 1 mounts them as
 * `drvfs`, WSL 2 as `9p` with a share named `drvfs`, or by `virtiofs`.
 *
 * @param mounts - the text of `/proc/mounts`
 */
export function driveMounts(mounts: string): readonly DriveMount[] {
  return mounts.split('\n').flatMap((line) => {
    const [source = '', point = '', type = '', options = ''] = line.split(' ');
    const isDrive =
      type === 'drvfs' ||
      ((type === '9p' || type === 'virtiofs') && /(?:^|[,=])drvfs/u.test(`${source},${options}`));
    if (!isDrive || point === '') return [];
    const [, letter] =
      /^([a-z]):\\?$/iu.exec(unescaped(source)) ??
      /(?:^|[;,])path=([a-z]):\\?/iu.exec(unescaped(options)) ??
      [];
    return letter === undefined
      ? []
      : [{ windows: `${letter.toUpperCase()}:\\`, linux: path.posix.normalize(unescaped(point)) }];
  });
}

/** Where a file lies, by the mounts alone. */
export function linuxPathByMounts(file: string, mounts: readonly DriveMount[]): string | undefined {
  const normal = path.win32.normalize(file);
  const mount = mounts.find(({ windows }) => normal.slice(0, windows.length).toUpperCase() === windows);
  return mount && path.posix.join(mount.linux, ...normal.slice(mount.windows.length).split('\\'));
}

/** How Windows names a file, by the mounts alone: nothing for one that lies on no drive of Windows. */
export function windowsPathByMounts(file: string, mounts: readonly DriveMount[]): string | undefined {
  const normal = path.posix.resolve(file);
  const [mount] = mounts
    .filter(({ linux }) => normal === linux || normal.startsWith(linux === '/' ? '/' : `${linux}/`))
    .toSorted((left, right) => right.linux.length - left.linux.length);
  return mount && mount.windows + path.posix.relative(mount.linux, normal).replaceAll('/', '\\');
}

/** The kernel writes blanks, backslashes and the like in octal. */
function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3})/gu, (_escape, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
