import { readFile } from 'node:fs/promises';

import * as v from 'valibot';

/** The files that are read are far smaller, in characters. */
const plausibleLength = 1024 * 1024;

/**
 * Reads what interests of a file in YAML.
 *
 * @returns nothing for a file that is not there, or holds something else
 */
export async function readYaml<Schema extends v.GenericSchema>(
  file: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined || text.length > plausibleLength) return undefined;
  // Loaded with the first file: most people have none.
  const { parse, YAMLError } = await import('yaml');
  try {
    const parsed = v.safeParse(schema, parse(text, { logLevel: 'silent' }));
    return parsed.success ? parsed.output : undefined;
  } catch (error) {
    if (error instanceof YAMLError) return undefined;
    throw error;
  }
}
