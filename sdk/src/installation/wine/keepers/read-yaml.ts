import { readFile } from 'node:fs/promises';

import type { KeeperFile, keeperFiles } from './keeper-files.ts';

/** The files that are read are far smaller, in characters. */
const plausibleLength = 1024 * 1024;

/**
 * Reads what interests of a file that is written in YAML.
 *
 * @returns nothing for a file that is not there, or holds something else
 */
export async function readYaml<Kind extends keyof typeof keeperFiles>(
  file: string,
  kind: Kind,
): Promise<KeeperFile<Kind> | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined || text.length > plausibleLength) return undefined;
  // Loaded with the first file: most people have none.
  const [{ parse, YAMLError }, { safeParse }, schemas] = await Promise.all([
    import('yaml'),
    import('valibot'),
    import('./keeper-files.ts'),
  ]);
  try {
    const parsed = safeParse(schemas.keeperFiles[kind], parse(text, { logLevel: 'silent' }));
    return parsed.success ? parsed.output : undefined;
  } catch (error) {
    if (error instanceof YAMLError) return undefined;
    throw error;
  }
}
