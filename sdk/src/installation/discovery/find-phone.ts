import { checkTimeout } from '../../check-timeout.ts';
import { MicroSipError } from '../../microsip-error.ts';
import type { FindOptions } from '../find-options.ts';
import type { InstallationOptions } from '../installation-options.ts';
import type { Installation } from '../installation.ts';
import { choosePhone } from './choose-phone.ts';
import type { DiscoveryStep } from './discovery-step.ts';
import { installationOf } from './installation-of.ts';
import type { LocatedPhone, LocatedPhones } from './located-phone.ts';
import { LocatedPhonesCache } from './located-phones-cache.ts';
import { notInstalled } from './not-installed.ts';
import { backendsHere, searchPhones, type Question } from './search-phones.ts';
import { whichRun } from './which-run.ts';

const defaultTimeoutMs = 20_000;

const cache = new LocatedPhonesCache();

/** The MicroSIP that the options mean. */
export async function findPhone(options: InstallationOptions, limits: FindOptions): Promise<Installation> {
  return await withinLimits(limits, async (signal) => {
    const steps: DiscoveryStep[] = [];
    for (const backend of backendsOf(options)) {
      const found = await locate({ backend, executable: options.executable }, signal);
      for (const step of found.steps) options.onStep?.(step);
      steps.push(...found.steps);
      const phone = await chosenAmong(found.phones, signal);
      if (phone !== undefined) return await installationOf(phone, options, signal);
    }
    throw notInstalled(steps, options.executable);
  });
}

/** The backends that are searched. */
export function backendsOf({
  backend = 'auto',
  executable,
}: InstallationOptions): readonly Question['backend'][] {
  if (backend === 'auto') return backendsHere(executable);
  return backend === 'simulator' ? [] : [backend];
}

/** Searches, or remembers. */
export async function locate(question: Question, signal: AbortSignal): Promise<LocatedPhones> {
  const { backend, executable } = question;
  const key = JSON.stringify([backend, ...(executable === undefined ? [] : [executable, process.cwd()])]);
  return await cache.get(key, () => searchPhones(question, signal), signal);
}

async function chosenAmong(
  phones: readonly LocatedPhone[],
  signal: AbortSignal,
): Promise<LocatedPhone | undefined> {
  const [first, ...others] = phones;
  if (others.length === 0) return first;
  const running = await whichRun(phones, signal);
  return choosePhone(phones, (phone) => running.get(phone) ?? false);
}

/**
 * Runs a search for as long as it may take.
 *
 * @throws MicroSipError `CANCELLED`, `TIMEOUT`, `INVALID_ARGUMENT` for a time that cannot be measured
 */
export async function withinLimits<Result>(
  { signal: given, timeoutMs = defaultTimeoutMs }: FindOptions,
  search: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  checkTimeout(timeoutMs);
  const limit = AbortSignal.timeout(timeoutMs);
  const signal = given === undefined ? limit : AbortSignal.any([given, limit]);
  try {
    signal.throwIfAborted();
    return await search(signal);
  } catch (error) {
    if (given?.aborted) {
      throw new MicroSipError('CANCELLED', 'The search for MicroSIP was cancelled; nothing was changed.', {
        cause: error,
      });
    }
    if (!limit.aborted) throw error;
    throw new MicroSipError(
      'TIMEOUT',
      `The search for MicroSIP took longer than ${timeoutMs} ms; give it more time, or the path of microsip.exe (--exe).`,
      { cause: error },
    );
  }
}
