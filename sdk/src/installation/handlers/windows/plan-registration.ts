import type { SchemeName } from '../../../catalogue/scheme.ts';
import { foldName } from '../../registry/key-names.ts';
import { commandPathOf, isOwnKey, type WantedValue } from './own-registration.ts';
import {
  isAbout,
  isSameValue,
  keptValue,
  registeredPrograms,
  restoredValue,
  type KeptValue,
  type RegistrationRecord,
  type TouchedValue,
} from './registration-record.ts';
import type { UserRegistryPart } from './user-registry-part.ts';

/**
 * Puts values into the registry.
 *
 * @param registry - gets the changes
 * @param record - what was done before
 * @returns what has to be on disk before the registry is changed: whether or not the change comes through, it can be
 * undone with it
 */
export function putValues(
  registry: UserRegistryPart,
  record: RegistrationRecord,
  wanted: readonly WantedValue[],
): RegistrationRecord {
  const keys = [...record.keys];
  const values = [...record.values];
  for (const { name, path, scheme, value } of wanted) {
    const current = keptValue(registry.valueAt(path, name));
    const written = keptValue(value);
    const index = values.findIndex((entry) => isAbout(entry, path, name));
    const entry = values[index];
    const isOurs = entry !== undefined && isExpected(entry, current);
    const touched: TouchedValue = {
      path,
      name,
      ...(scheme !== undefined && { scheme }),
      // What somebody else has put there meanwhile is what to give back.
      before: isOurs ? entry.before : current,
      written: [...(isOurs ? entry.written.filter((other) => !isSameValue(other, written)) : []), written],
    };
    if (index === -1) values.push(touched);
    else values[index] = touched;
    if (!isSameValue(current, written)) keys.push(...registry.set(path, name, value));
  }
  return { ...record, keys: withoutRepetition(keys), values };
}

/** What is left of a record when a change came through: what was written before it does not count any more. */
export function settledRecord(record: RegistrationRecord): RegistrationRecord {
  return {
    ...record,
    values: record.values.map((value) => ({ ...value, written: value.written.slice(-1) })),
  };
}

/** Whether a click runs what the kit has put there. */
export function ownsCommand(
  registry: UserRegistryPart,
  record: RegistrationRecord,
  scheme: SchemeName,
): boolean {
  const path = commandPathOf(scheme);
  const current = keptValue(registry.valueAt(path, ''));
  const entry = record.values.find((value) => isAbout(value, path, ''));
  return entry?.written.some((value) => isSameValue(value, current)) ?? false;
}

/** What was taken back. */
export interface Restoration {
  /** What is left to be taken back. */
  readonly record: RegistrationRecord;
  /** The values that somebody else has changed since; they stay. */
  readonly foreign: readonly TouchedValue[];
}

/** Gives back what was there before the kit registered these schemes, and tidies up when none is left. */
export function restoreValues(
  registry: UserRegistryPart,
  record: RegistrationRecord,
  schemes: readonly SchemeName[],
): Restoration {
  const programs = Object.fromEntries(
    registeredPrograms(record).filter(([scheme]) => !schemes.includes(scheme)),
  );
  const isLast = Object.keys(programs).length === 0;
  const isMeant = ({ scheme }: TouchedValue): boolean =>
    scheme === undefined ? isLast : !Object.hasOwn(programs, scheme);
  const foreign: TouchedValue[] = [];
  for (const entry of record.values.filter(isMeant).toReversed()) {
    if (!restore(registry, entry)) foreign.push(entry);
  }
  const values = record.values.filter((entry) => !isMeant(entry));
  const deepestFirst = record.keys.toReversed();
  for (const path of deepestFirst.filter(isOwnKey)) {
    if (registry.isEmpty(path)) registry.removeKey(path, 'remove-key');
  }
  for (const path of deepestFirst.filter((key) => !isOwnKey(key))) {
    if (registry.isEmpty(path)) registry.removeKey(path, 'remove-empty-key');
  }
  // One that somebody else has put something into is theirs now.
  const keys = record.keys.filter((path) => values.some((entry) => isSameOrBelow(entry.path, path)));
  return { record: { v: 1, programs, keys, values }, foreign };
}

/** @returns whether the value is now as it was before */
function restore(registry: UserRegistryPart, entry: TouchedValue): boolean {
  const { before, name, path } = entry;
  const current = keptValue(registry.valueAt(path, name));
  if (isSameValue(current, before)) return true;
  if (!isExpected(entry, current)) return false;
  const value = restoredValue(before);
  if (value === undefined) registry.removeValue(path, name);
  else registry.set(path, name, value);
  return true;
}

/** Whether a value is as the kit left it, or found it. */
function isExpected({ before, written }: TouchedValue, current: KeptValue): boolean {
  return [before, ...written].some((value) => isSameValue(value, current));
}

function isSameOrBelow(path: string, ancestor: string): boolean {
  return `${foldName(path)}\\`.startsWith(`${foldName(ancestor)}\\`);
}

function withoutRepetition(paths: readonly string[]): string[] {
  return [...new Map(paths.map((path) => [foldName(path), path])).values()].toSorted(
    (left, right) => left.split('\\').length - right.split('\\').length,
  );
}
