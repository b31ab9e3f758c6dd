import os from 'node:os';
import path from 'node:path';

/**
 * Where browsers and editors for the tests are kept between runs and between clones:
 * `MICROSIP_DEVKIT_CACHE`, else a folder in the user's cache.
 */
export function cacheDirectory(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  const chosen = environment['MICROSIP_DEVKIT_CACHE'];
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen);
  return path.join(userCache(environment, platform), 'microsip-devkit');
}

function userCache(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  switch (platform) {
    case 'win32':
      return environment['LOCALAPPDATA'] ?? path.join(os.homedir(), 'AppData', 'Local');
    case 'darwin':
      return path.join(os.homedir(), 'Library', 'Caches');
    default:
      return environment['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  }
}
