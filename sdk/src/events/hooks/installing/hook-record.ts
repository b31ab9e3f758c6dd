import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';

import { hookKeys } from '../../../catalogue/hook.ts';
import { MicroSipError } from '../../../microsip-error.ts';
import { replaceFileSync } from '../../../settings/atomic-file.ts';
import { absent } from '../journal/journal-files.ts';

/** The name of the file with what the hooks held before. */
export const recordName = 'installation.json';

const recordSchema = v.object({
  v: v.literal(1),
  node: v.string(),
  script: v.string(),
  /** The text that each hook had before, as it stood in the ini; `null` where it had none. */
  before: v.record(v.picklist(hookKeys), v.nullable(v.string())),
});

/** What was done to the hooks of a phone: what is needed to undo it. */
export type HookRecord = v.InferOutput<typeof recordSchema>;

/**
 * Reads what was done to the hooks; nothing when nothing was.
 *
 * @throws MicroSipError `SETTINGS_DAMAGED` when it cannot be read: it holds what the user had there before
 */
export async function readHookRecord(folder: string): Promise<HookRecord | undefined> {
  const file = path.join(folder, recordName);
  const text = await readFile(file, 'utf8').catch((error: unknown) => absent(error, undefined));
  if (text === undefined) return undefined;
  try {
    return v.parse(recordSchema, JSON.parse(text));
  } catch (error) {
    throw new MicroSipError(
      'SETTINGS_DAMAGED',
      `${file} holds the hooks as they were before, and is damaged: look into it, set the cmd* keys of the ini by hand, and remove it.`,
      { cause: error },
    );
  }
}

/** Writes it at once, so that it is there before the settings are changed. */
export function writeHookRecord(folder: string, record: HookRecord): void {
  replaceFileSync(path.join(folder, recordName), Buffer.from(`${JSON.stringify(record, undefined, 2)}\n`));
}
