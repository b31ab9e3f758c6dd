import { planAction } from './action/plan-action.ts';
import type { PhoneAction } from './action/phone-action.ts';
import { planLaunch, type LaunchPlan } from './channel/launch-plan.ts';
import { findInstallation } from './installation/find-installation.ts';
import type { InstallationOptions } from './installation/installation-options.ts';
import type { Installation } from './installation/installation.ts';
import { MicroSipError } from './microsip-error.ts';

/**
 * The starts that an action would make, without making them. It stands apart from `MicroSip`, so that a dry run loads
 * nothing that could start something.
 */
export async function planLaunches(
  action: PhoneAction,
  options: InstallationOptions = {},
): Promise<readonly LaunchPlan[]> {
  const installation = await findInstallationIfAny(options);
  const { commandLines } = planAction(action, { version: installation?.version ?? options.version });
  return commandLines.map((tail) => planLaunch(installation, tail));
}

async function findInstallationIfAny(options: InstallationOptions): Promise<Installation | undefined> {
  try {
    return await findInstallation(options);
  } catch (error) {
    if (error instanceof MicroSipError && error.code === 'NOT_INSTALLED') return undefined;
    throw error;
  }
}
