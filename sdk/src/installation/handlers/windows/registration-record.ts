import * as v from 'valibot';

import { schemeNames, type SchemeName } from '../../../catalogue/scheme.ts';
import { foldName } from '../../registry/key-names.ts';
import type { RegistryValue } from '../../registry/windows-registry.ts';

const keptValueSchema = v.nullable(
  v.variant('type', [
    v.object({ type: v.picklist(['string', 'expandable-string']), text: v.string() }),
    v.object({ type: v.literal('number'), number: v.number() }),
    v.object({ type: v.literal('binary'), kind: v.number(), base64: v.pipe(v.string(), v.base64()) }),
  ]),
);

/** A value as JSON has it; `null` stands for none. */
export type KeptValue = v.InferOutput<typeof keptValueSchema>;

const touchedValueSchema = v.object({
  /** Below `HKEY_CURRENT_USER`. */
  path: v.string(),
  name: v.string(),
  scheme: v.optional(v.picklist(schemeNames)),
  before: keptValueSchema,
  /** What the kit has put there; several where it is not known how far a change came. */
  written: v.array(keptValueSchema),
});

/** A value of the registry that the kit has changed, or was about to. */
export type TouchedValue = v.InferOutput<typeof touchedValueSchema>;

export const registrationRecordSchema = v.object({
  v: v.literal(1),
  /** The program that each scheme was registered for. */
  programs: v.record(v.picklist(schemeNames), v.string()),
  /** Keys that were not there before, the upper ones first. */
  keys: v.array(v.string()),
  values: v.array(touchedValueSchema),
});

/** What was done to the registry: what is needed to undo it. */
export type RegistrationRecord = v.InferOutput<typeof registrationRecordSchema>;

export const noRegistration: RegistrationRecord = { v: 1, programs: {}, keys: [], values: [] };

/** The schemes that are registered, with the programs they were registered for. */
export function registeredPrograms({
  programs,
}: RegistrationRecord): readonly (readonly [SchemeName, string])[] {
  return schemeNames.flatMap((scheme) => {
    const program = programs[scheme];
    return program === undefined ? [] : [[scheme, program] as const];
  });
}

/** The form in which a value is kept. */
export function keptValue(value: RegistryValue | undefined): KeptValue {
  if (value === undefined) return null;
  if (value.type !== 'binary') return value;
  return { type: 'binary', kind: value.kind, base64: Buffer.from(value.bytes).toString('base64') };
}

/** The value that was kept. */
export function restoredValue(kept: KeptValue): RegistryValue | undefined {
  if (kept === null) return undefined;
  if (kept.type !== 'binary') return kept;
  return { type: 'binary', kind: kept.kind, bytes: Buffer.from(kept.base64, 'base64') };
}

/** Whether two values are the same, type and all. */
export function isSameValue(left: KeptValue, right: KeptValue): boolean {
  return JSON.stringify(inOrder(left)) === JSON.stringify(inOrder(right));
}

/** Whether an entry is about this value. */
export function isAbout({ name, path }: TouchedValue, otherPath: string, otherName: string): boolean {
  return foldName(path) === foldName(otherPath) && foldName(name) === foldName(otherName);
}

function inOrder(value: KeptValue): readonly unknown[] {
  return value === null ? [] : Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
}
