import type { ByteSource } from './byte-source.ts';
import { findResource } from './find-resource.ts';
import { readImageHeaders } from './image-headers.ts';
import type { ProgramFile } from './program-file.ts';
import { parseVersionResource } from './version-resource.ts';

/** `RT_VERSION`. */
const versionResource = 16;

/** Version resources have a few hundred bytes; more than this is damage. */
const longestVersionResource = 0x1_0000;

/**
 * What a Windows program says about itself.
 *
 * @returns nothing for what is no program for Windows; a damaged one loses only what is damaged
 */
export async function parseProgramFile(source: ByteSource): Promise<ProgramFile | undefined> {
  const headers = await readImageHeaders(source);
  if (headers === undefined) return undefined;
  const { architecture } = headers;

  const place = await findResource(source, headers, versionResource);
  if (place === undefined || place.length > longestVersionResource) return { architecture };
  const resource = await source.read(place.offset, place.length);
  return resource === undefined ? { architecture } : { architecture, ...parseVersionResource(resource) };
}
