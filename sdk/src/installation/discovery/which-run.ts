import type { LocatedPhone } from './located-phone.ts';
import { WindowsFiles } from './windows-files.ts';
import type { WindowsSurroundings } from './windows-surroundings.ts';

/** Finds out which phones run; one of which that cannot be told is left out. */
export async function whichRun(
  phones: readonly LocatedPhone[],
  signal: AbortSignal,
): Promise<ReadonlyMap<LocatedPhone, boolean>> {
  const places = [...new Set(phones.map(({ surroundings }) => surroundings))];
  const running = new Map(
    await Promise.all(places.map(async (place) => [place, await runningOn(place, signal)] as const)),
  );
  return new Map(
    phones.flatMap((phone) => {
      const identities = running.get(phone.surroundings);
      if (identities === undefined) return [];
      return [[phone, phone.file !== undefined && identities.has(phone.file.identity)] as const];
    }),
  );
}

/** The files of the programs that run: a process may know its program by another name. */
async function runningOn(
  surroundings: WindowsSurroundings,
  signal: AbortSignal,
): Promise<ReadonlySet<string> | undefined> {
  const programs = await surroundings.runningPhones.find(signal);
  if (programs === 'unknown') return undefined;
  const files = new WindowsFiles(surroundings, signal);
  const looked = await Promise.all(programs.map((program) => files.lookAt(program)));
  return new Set(looked.flatMap((file) => file?.identity ?? []));
}
