import path from 'node:path';

import type { Installation } from '../../../sdk/src/installation/installation.ts';

/**
 * A portable MicroSIP under Wine, anywhere in the file system, as it would be found.
 *
 * @param file - its program, as Linux names it
 * @param prefix - the folder of the prefix it runs in
 */
export function winePhone(file: string, prefix?: string): Installation {
  const folder = path.dirname(file);
  const executable = `Z:${file.replaceAll('/', '\\')}`;
  return {
    backend: 'wine',
    version: undefined,
    executable,
    ...(prefix !== undefined && { prefix }),
    dataDirectory: folder,
    logDirectory: folder,
    launch: { file: 'wine', leadingArguments: [executable] },
  };
}

/** A portable MicroSIP on the Windows around a WSL, as it would be found. */
export function wslPhone(dataDirectory: string): Installation {
  const folder = '/mnt/c/MicroSIP';
  return {
    backend: 'wsl',
    version: undefined,
    executable: 'C:\\MicroSIP\\microsip.exe',
    dataDirectory,
    logDirectory: dataDirectory,
    launch: { file: `${folder}/microsip.exe`, leadingArguments: [], workingDirectory: folder },
  };
}
