import { release } from 'node:os';

/** What shows that a Linux runs in WSL. */
export interface WslSurroundings {
  readonly platform: NodeJS.Platform;
  /** The release of the kernel, as `uname -r` prints it. */
  readonly kernelRelease: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** This process. */
export function currentWslSurroundings(): WslSurroundings {
  return { platform: process.platform, kernelRelease: release(), env: process.env };
}

/**
 * The WSL that this process runs in: version 1, which has Windows do the work of a kernel, or version 2, a virtual machine.
 * The kernel says so, unless somebody built their own, and `sudo` hides the variables.
 *
 * @returns nothing outside WSL
 */
export function wslVersion(
  { env, kernelRelease, platform }: WslSurroundings = currentWslSurroundings(),
): 1 | 2 | undefined {
  if (platform !== 'linux') return undefined;
  if (kernelRelease.endsWith('-Microsoft')) return 1;
  const isTold = env['WSL_DISTRO_NAME'] !== undefined || env['WSL_INTEROP'] !== undefined;
  return isTold || /microsoft/iu.test(kernelRelease) ? 2 : undefined;
}
