import { findInstallation } from '../../installation/find-installation.ts';
import type { Installation } from '../../installation/installation.ts';
import { MicroSipError } from '../../microsip-error.ts';
import { installationOptions, type GlobalOptions } from '../global-options.ts';

/**
 * The simulated phone that `microsip simulator` works on.
 *
 * @throws MicroSipError `INVALID_ARGUMENT` for `--dry-run`: there is no command line of MicroSIP to be shown
 */
export async function simulatorInstallation(options: GlobalOptions): Promise<Installation> {
  if (options.dryRun) {
    throw new MicroSipError(
      'INVALID_ARGUMENT',
      'The simulator gets no command line of MicroSIP that --dry-run could show: leave the option out.',
    );
  }
  return await findInstallation({ ...installationOptions(options), backend: 'simulator' });
}
