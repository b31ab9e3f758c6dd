import type { CodeServerOptions } from './code-server.ts';

/**
 * How code-server starts with the extension packed and installed, as users have it. It wants to run where the user is;
 * in a browser there is no such place, so VS Code must be told to run it on the server.
 *
 * @param file - path of the packed extension
 */
export function installedExtension(
  file: string,
): Required<Pick<CodeServerOptions, 'packages' | 'isFor' | 'userSettings'>> {
  return {
    packages: [file],
    isFor: 'users',
    userSettings: { 'remote.extensionKind': { 'microsip-devkit.microsip-devkit': ['workspace'] } },
  };
}
