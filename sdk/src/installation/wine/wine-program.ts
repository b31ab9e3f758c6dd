import { isExecutable, programOnPath } from '../system/program-on-path.ts';
import type { UserEnvironment } from '../system/user-directories.ts';

/**
 * What Wine is called, the likeliest first. Debian has `wine-stable` beside or instead of `wine`; `wine64` alone runs a
 * 32-bit MicroSIP only where Wine was built for both (its "new WoW64").
 */
const names = ['wine', 'wine-stable', 'wine-staging', 'wine-development', 'wine64'];

/** Where packages put it without putting it on the `PATH`. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    '/opt/wine-stable/bin/wine',
    '/opt/wine-staging/bin/wine',
    '/opt/wine-devel/bin/wine',
    '/usr/lib/wine/wine',
    '/usr/lib/wine/wine64',
  ],
  darwin: [
    '/opt/homebrew/bin/wine',
    '/usr/local/bin/wine',
    '/Applications/Wine Stable.app/Contents/Resources/wine/bin/wine',
    '/Applications/Wine Staging.app/Contents/Resources/wine/bin/wine',
    '/Applications/Wine Devel.app/Contents/Resources/wine/bin/wine',
  ],
};

/** The full path of the Wine of this system; its bare name where there is none, and a start will say so. */
export function systemWine(user: Pick<UserEnvironment, 'env' | 'platform'>): string {
  const onPath = names.map((name) => programOnPath(name, user.env)).find((file) => file !== undefined);
  return onPath ?? places[user.platform]?.find(isExecutable) ?? 'wine';
}
