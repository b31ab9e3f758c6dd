import type { DiscoveryStep } from './discovery/discovery-step.ts';
import type { Backend } from './installation.ts';

/**
 * Which MicroSIP is meant.
 *
 * @example
 * ```ts
 * const portable: InstallationOptions = { executable: 'D:\\MicroSIP\\microsip.exe', version: '3.22.16' };
 * const simulated: InstallationOptions = { backend: 'simulator', dataDirectory: './phone' };
 * ```
 */
export interface InstallationOptions {
  /**
   * Where to look; `auto`, the default, picks the first that is there: on Windows `windows`, in WSL `wsl` and then
   * `wine`, elsewhere `wine`. The simulator is never picked by itself: who means to call somebody must not be told by a
   * simulated phone that the call was made. A simulated phone that is new gets an account, `sip:1001@pbx.test`, without
   * which it would call nobody, as MicroSIP does.
   */
  readonly backend?: Backend | 'auto' | undefined;
  /**
   * The path of `microsip.exe`, instead of looking for one; as Windows names it, or as this system does. A relative one
   * counts from where this process stands; a name alone that is not there is looked for in `PATH`.
   */
  readonly executable?: string | undefined;
  /** The folder with ini, log, history and contacts; for the simulator, the folder the simulated phone lives in. */
  readonly dataDirectory?: string | undefined;
  /** MicroSIP's version, such as `3.22.16`, where it is known better than it can be found out. */
  readonly version?: string | undefined;
  /** Is told each step of the search once it is over, whatever it came to. */
  readonly onStep?: ((step: DiscoveryStep) => void) | undefined;
}
