import type { FindOptions } from '../find-options.ts';
import type { FoundInstallation } from '../found-installation.ts';
import type { InstallationOptions } from '../installation-options.ts';
import { choosePhone } from './choose-phone.ts';
import { backendsOf, locate, withinLimits } from './find-phone.ts';
import { installationOf } from './installation-of.ts';
import { whichRun } from './which-run.ts';

/** Every MicroSIP that the options can mean. */
export async function findPhones(
  options: InstallationOptions,
  limits: FindOptions,
): Promise<readonly FoundInstallation[]> {
  return await withinLimits(limits, async (signal) => {
    const listed: FoundInstallation[] = [];
    for (const backend of backendsOf(options)) {
      const { phones: located, steps } = await locate({ backend, executable: options.executable }, signal);
      for (const step of steps) options.onStep?.(step);
      // One that was named need not be there.
      const phones = located.filter(({ file }) => file !== undefined);
      const running = await whichRun(phones, signal);
      // Where an earlier backend has one, later ones are not asked.
      const chosen =
        listed.length > 0 ? undefined : choosePhone(phones, (phone) => running.get(phone) ?? false);
      for (const phone of phones) {
        const runs = running.get(phone);
        listed.push({
          ...(await installationOf(phone, options, signal)),
          portable: phone.portable,
          ...(runs !== undefined && { running: runs }),
          chosen: phone === chosen,
        });
      }
    }
    return listed;
  });
}
