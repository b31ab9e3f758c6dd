import { readFile, stat } from 'node:fs';
import { promisify } from 'node:util';

import { compareVersions, isVersion } from '../catalogue/version.ts';
import { systemErrorCode } from '../system-error.ts';

/** Nothing that MicroSIP writes comes near this, in bytes. */
const plausibleIniSize = 4 * 1024 * 1024;

/**
 * The version that MicroSIP wrote into its ini when it last started (facts B.1, D.5). Where an older one left its own
 * behind, the newer one counts.
 *
 * @returns nothing where the ini does not say, or cannot be read
 */
export async function writtenVersion(ini: string): Promise<string | undefined> {
  try {
    const status = await promisify(stat)(ini);
    // Something else than a file, such as a pipe, might never end.
    if (!status.isFile() || status.size > plausibleIniSize) return undefined;
    return versionIn(await promisify(readFile)(ini));
  } catch (error) {
    if (systemErrorCode(error) !== undefined) return undefined;
    throw error;
  }
}

function versionIn(bytes: Buffer): string | undefined {
  // Section, key and version are ASCII, which is the same in every encoding but UTF-16.
  const text =
    bytes[0] === 0xff && bytes[1] === 0xfe ? bytes.toString('utf16le', 2) : bytes.toString('latin1');
  const versions: string[] = [];
  let isHere = false;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const heading = /^\s*\[([^\]]*)\]/u.exec(line)?.[1];
    // `[Settings]` up to 3.22.3, `[Global]` later.
    if (heading !== undefined) isHere = /^(?:settings|global)$/iu.test(heading.trim());
    const version = isHere ? /^\s*version\s*=\s*"?([\d.]+)"?\s*$/iu.exec(line)?.[1] : undefined;
    if (version !== undefined && isVersion(version)) versions.push(version);
  }
  return versions.toSorted(compareVersions).at(-1);
}
