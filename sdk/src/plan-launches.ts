import { planAction } from './action/plan-action.ts';
import type { PhoneAction } from './action/phone-action.ts';
import { planLaunch, type LaunchPlan } from './channel/launch-plan.ts';
import type { DiscoveryStep } from './installation/discovery/discovery-step.ts';
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
  /** How MicroSIP was looked for; empty for a simulator, which is not. */
  readonly steps: readonly DiscoveryStep[];
}

/**
 * The starts that an action would make, without making them. It stands apart from `MicroSip`, so that a dry run loads
 * nothing that could start something.
 */
export async function planLaunches(
  action: PhoneAction,
  options: InstallationOptions = {},
): Promise<PlannedLaunches> {
  const steps: DiscoveryStep[] = [];
  const onStep = (step: DiscoveryStep): void => {
    steps.push(step);
    options.onStep?.(step);
  };
  const installation = await findInstallationIfAny({ ...options, onStep });
  const version = installation?.version ?? options.version;
  const { commandLines, remarks } = planAction(action, { version });
  return { launches: commandLines.map((tail) => planLaunch(installation, tail)), remarks, steps };
}

/** One that was named and is not there is an error: another program must not be shown in its place. */
async function findInstallationIfAny(options: InstallationOptions): Promise<Installation | undefined> {
  try {
    return await findInstallation(options);
  } catch (error) {
    if (error instanceof MicroSipError && error.code === 'NOT_INSTALLED' && options.executable === undefined)
      return undefined;
    throw error;
  }
}
