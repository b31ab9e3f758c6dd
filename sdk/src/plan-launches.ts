import { planAction } from './action/plan-action.ts';
import type { PhoneAction } from './action/phone-action.ts';
import { planLaunch, type LaunchPlan } from './channel/launch-plan.ts';
import { findInstallation } from './installation/find-installation.ts';
import type { InstallationOptions } from './installation/installation-options.ts';
import type { Installation } from './installation/installation.ts';
import { MicroSipError } from './microsip-error.ts';

/** The starts that an action would make. */
export interface PlannedLaunches {
  /** In this order. */
  readonly launches: readonly LaunchPlan[];
  /** What is worth knowing about the action in this version, in sentences; often empty. */
  readonly remarks: readonly string[];
}

/**
 * The starts that an action would make, without making them. It stands apart from `MicroSip`, so that a dry run loads
 * nothing that could start something.
 */
export async function planLaunches(
  action: PhoneAction,
  options: InstallationOptions = {},
): Promise<PlannedLaunches> {
  const installation = await findInstallationIfAny(options);
  const version = installation?.version ?? options.version;
  const { commandLines, remarks } = planAction(action, { version });
  return { launches: commandLines.map((tail) => planLaunch(installation, tail)), remarks };
}

async function findInstallationIfAny(options: InstallationOptions): Promise<Installation | undefined> {
  try {
    return await findInstallation(options);
  } catch (error) {
    if (error instanceof MicroSipError && error.code === 'NOT_INSTALLED') return undefined;
    throw error;
  }
}
