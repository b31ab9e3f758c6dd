import type { Backend, Installation } from './installation.ts';

/** Which MicroSIP is meant. */
export interface InstallationOptions {
  /** Where to look; `auto` picks the first that is there. */
  readonly backend?: Backend | 'auto' | undefined;
  /** The path of `microsip.exe`, instead of looking for one. */
  readonly executable?: string | undefined;
  /** The folder with ini, log, history and contacts; for the simulator, the folder the simulated phone lives in. */
  readonly dataDirectory?: string | undefined;
  /** MicroSIP's version, such as `3.22.16`, where it is known better than it can be found out. */
  readonly version?: string | undefined;
}

/**
 * Finds a MicroSIP.
 *
 * @throws MicroSipError `NOT_INSTALLED` when there is none, `INVALID_ARGUMENT` when the options contradict each other
 */
export function findInstallation(options: InstallationOptions = {}): Promise<Installation> {
  return Promise.reject(new Error(`not written: ${String(options.backend)}`));
}
