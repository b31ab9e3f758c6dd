import type { SchemeName } from '../../../catalogue/scheme.ts';
import type { RegistryKey } from '../../registry/windows-registry.ts';
import { keysTouchedFor } from './own-registration.ts';
import type { RegistryReader } from './read-once.ts';
import { classesPath } from './registered-schemes.ts';
import type { RegistrationRecord } from './registration-record.ts';
import { UserRegistryPart } from './user-registry-part.ts';

/** A small key that every Windows has among the user's classes, which are too many to be read. */
const lastingClass = `${classesPath}\\Local Settings\\MuiCache`;

/** Reads what a registration of these schemes touches, so that nothing of it is left when it is taken back. */
export async function readUserPart(
  registry: RegistryReader,
  schemes: readonly SchemeName[],
  { keys: made }: RegistrationRecord,
  signal: AbortSignal,
): Promise<UserRegistryPart> {
  const read = async (path: string): Promise<readonly [string, RegistryKey | undefined]> => [
    path,
    await registry.read({ root: 'HKCU', path }, signal),
  ];
  const keys = await Promise.all(keysTouchedFor(schemes).map(read));
  const hasNoClass = !keys.some(([path, key]) => key !== undefined && path.startsWith(`${classesPath}\\`));
  // A Windows, or a Wine, that was hardly used lacks the whole key.
  const mattersWhole =
    made.includes(classesPath) || (hasNoClass && (await read(lastingClass))[1] === undefined);
  return new UserRegistryPart(new Map(mattersWhole ? [await read(classesPath), ...keys] : keys));
}
